// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/devices_page.h"

#include "models/base/when_done.h"
#include "models/register/identity_store.h"
#include "models/text/format.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/questions.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace maiam {

namespace {
/// The device that writes, as the rules of an office ask for it.
using Decide = std::function<Result<Batch>(Database&, const SigningDevice&)>;

Register::MakeBatch byThisDevice(Decide decide)
{
    return [decide = std::move(decide)](Database& database) -> Result<Batch> {
        auto writer = identityStore::device(database);
        if (!writer)
            return fail(writer);
        return decide(database, *writer);
    };
}
} // namespace

DevicesPage::DevicesPage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
{
    setTitle(tr("Machines"));
    setSubtitle(tr("Which machines have written into this register"));
    m_list = makeList();
    column()->addWidget(m_list);
    column()->addStretch(1);
}

void DevicesPage::activated()
{
    reload();
}

Result<DevicesPage::News> DevicesPage::read(Database& database, const OfficeInfo& own)
{
    auto devices = deviceCare::read(database);
    if (!devices)
        return fail(devices);
    auto names = OfficeNames::read(database, own);
    if (!names)
        return fail(names);
    return News { std::move(*devices), std::move(*names) };
}

void DevicesPage::reload()
{
    const auto ask = [own = m_context.reg.office()](Database& database) { return read(database, own); };
    whenDone(this, m_context.reg.read(ask), [this](const Result<News>& news) {
        if (!news)
            return message()->showError(news.error());
        display(*news);
    });
}

/// It takes the focus itself: an office of one machine has no button here, and keys would lead nowhere.
QWidget* DevicesPage::makeList()
{
    auto* list = new QWidget(this);
    list->setFocusPolicy(Qt::StrongFocus);
    list->setAccessibleName(title());
    return list;
}

void DevicesPage::display(const News& news)
{
    m_names = news.names;
    m_devices = news.devices;
    // The office's own first, this machine at the top.
    const auto rank = [this](const DeviceStanding& one) {
        return one.device == m_context.reg.deviceId() ? 0 : one.office == m_context.reg.office().id ? 1 : 2;
    };
    std::stable_sort(m_devices.begin(), m_devices.end(),
        [&](const DeviceStanding& a, const DeviceStanding& b) { return rank(a) < rank(b); });
    QWidget* list = makeList();
    auto* cards = new QVBoxLayout(list);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(Theme::scaled(space::M));
    for (const DeviceStanding& device : m_devices)
        cards->addWidget(cardOf(device));
    const bool focused = std::exchange(m_refocus, false) || m_list->isAncestorOf(QApplication::focusWidget());
    delete column()->replaceWidget(m_list, list);
    m_list->deleteLater();
    m_list = list;
    m_list->show();
    if (focused)
        m_list->setFocus();
}

Card* DevicesPage::cardOf(const DeviceStanding& device)
{
    auto* card = new Card;
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(nameOf(device), TextStyle::Section, card));
    if (device.device == m_context.reg.deviceId())
        head->addWidget(new Chip(tr("this machine"), Tone::Accent, card));
    if (device.retiredAt)
        head->addWidget(new Chip(tr("reported as lost"), Tone::Neutral, card));
    if (device.forkedSeq)
        head->addWidget(new Chip(tr("two histories"), Tone::Red, card));
    head->addStretch(1);
    card->body()->addLayout(head);
    const QString office = m_names.office(device.office);
    QStringList standing { office.isEmpty() ? tr("an office not known here") : office,
        tr("entries up to %1").arg(formatNumber(device.connected)) };
    if (device.waiting > 0)
        standing.append(tr("%n wait for others that have not come", nullptr, int(device.waiting)));
    card->body()->addWidget(makeWrappedLabel(standing.join(QStringLiteral(" · ")), TextStyle::Body, card));
    for (const QString& sentence : deviceCare::sentences(device, nameOf(device)))
        card->body()->addWidget(makeWrappedLabel(sentence, TextStyle::Secondary, card));
    if (device.office == m_context.reg.office().id && device.device != m_context.reg.deviceId())
        addActions(card, device);
    return card;
}

void DevicesPage::addActions(Card* card, const DeviceStanding& device)
{
    auto* box = new QWidget(card);
    auto* row = new FlowLayout(box, Theme::scaled(space::S));
    const auto button = [&](const QString& verb, auto run) {
        auto* made = makeButton(verb, box);
        made->setAccessibleName(tr("%1: %2").arg(nameOf(device), verb));
        row->addWidget(made);
        connect(made, &QPushButton::clicked, this, run);
    };
    if (device.forkedSeq)
        for (const auto& [seq, hash] : device.tips)
            button(tr("The history up to entry %1 (%2) counts…")
                       .arg(formatNumber(seq), QString::fromLatin1(hash.left(3).toHex())),
                [this, device, hash = hash] { choose(device, hash); });
    else if (device.aside > 0 || (device.unsaid > 0 && device.retiredAt))
        button(tr("Take over what the other history says"), [this, device] { issueAgain(device); });
    if (!device.forkedSeq && (!device.retiredAt || *device.retiredAt < device.elsewhere))
        button(tr("Report as lost…"), [this, device] { retire(device); });
    card->body()->addWidget(box);
}

void DevicesPage::retire(const DeviceStanding& device)
{
    Question question;
    question.title = tr("Report a machine as lost");
    question.text = tr("Is %1 lost for good?").arg(nameOf(device));
    question.explanation =
        tr("What it wrote and what is here counts, also what has waited for entries that nobody "
           "holds; the gap stays named. What it writes later does not count. If the other office may "
           "hold more of it, receive its package first.");
    question.accept = tr("Report as lost");
    Questions::ask(this, question, [this, device](Answer answer) {
        if (answer != Answer::Accept)
            return;
        const auto decide = [id = device.device](Database& database, const SigningDevice& writer) {
            return deviceCare::retire(database, writer, id);
        };
        commit(byThisDevice(decide), tr("%1 has been reported as lost.").arg(nameOf(device)), [this, device] {
            // Another history counts at the other office: what it does not hold is said again at once.
            if (device.elsewhere > 0 || device.unsaid > 0)
                issueAgain(device);
        });
    });
}

void DevicesPage::choose(const DeviceStanding& device, const EntryHash& tip)
{
    Question question;
    question.title = tr("Which history counts");
    question.text = tr("Does this history of %1 count?").arg(nameOf(device));
    question.explanation = tr("The entries of the other history are kept aside and do not count. What they say can be "
                              "taken over afterwards; what differs then is asked field by field.");
    question.accept = tr("It counts");
    Questions::ask(this, question, [this, device, tip](Answer answer) {
        if (answer != Answer::Accept)
            return;
        const auto decide = [id = device.device, tip](Database& database, const SigningDevice& writer) {
            return deviceCare::chooseBranch(database, writer, id, tip);
        };
        commit(byThisDevice(decide), tr("This history counts from now on."));
    });
}

void DevicesPage::issueAgain(const DeviceStanding& device)
{
    const auto decide = [id = device.device](Database& database, const SigningDevice& writer) {
        return deviceCare::issueAgain(database, writer, id);
    };
    commit(
        byThisDevice(decide), tr("Taken over. What both say differently stands under “More → Differing information”."));
}

void DevicesPage::commit(Register::MakeBatch make, const QString& said, const std::function<void()>& then)
{
    message()->clear();
    m_refocus = m_list->isAncestorOf(QApplication::focusWidget());
    m_list->setEnabled(false); // a second press would say it twice
    whenDone(this, m_context.reg.commit(std::move(make)), [this, said, then](const Result<Committed>& done) {
        m_list->setEnabled(true);
        if (!done) {
            if (std::exchange(m_refocus, false))
                m_list->setFocus();
            return message()->showError(done.error());
        }
        message()->showMessage(MessageBar::Kind::Ok, said);
        reload();
        if (then)
            then();
    });
}

} // namespace maiam
