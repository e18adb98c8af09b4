// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exchange_page.h"

#include "models/base/saved_file.h"
#include "models/text/format.h"
#include "ui/drafts/form_draft.h"
#include "ui/exchange/received_text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_work.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/two_line_delegate.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr qint64 MaxCard = 64 * 1024; ///< bytes of a card file; cards are a few hundred

/// The six groups stand in two lines, as people read them out.
QString inTwoLines(const QString& fingerprint)
{
    const QStringList groups = fingerprint.split(u'-');
    return groups.mid(0, 3).join("  "_L1) + u'\n' + groups.mid(3).join("  "_L1);
}
} // namespace

ExchangePage::ExchangePage(WorkContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_work(new PageWork(this))
{
    setTitle(m_context.reg.office().role == OfficeRole::Province ? tr("Exchange with the communes")
                                                                 : tr("Exchange with the health department"));
    column()->addWidget(makeSendCard());
    column()->addWidget(makeReceiveCard());
    column()->addWidget(makeOfficesCard());
    addSide(makeOwnCard());
    addSide(makeOtherCard());
    makeDraft();
    connect(&context.reg, &Register::committed, this, [this] {
        m_stale = true;
        if (isVisible() && !m_work->isRunning())
            refresh();
    });
}

ExchangePage::~ExchangePage()
{
    m_reading.waitForFinished();
}

QString ExchangePage::unitName(const QString& unit) const
{
    return m_context.title("units"_L1, unit);
}

Card* ExchangePage::makeSendCard()
{
    auto* card = new Card(tr("Send"));
    m_state = makeWrappedLabel({}, TextStyle::Body, card);
    m_state->setObjectName("state"_L1);
    card->body()->addWidget(m_state);
    card->body()->addWidget(makeWrappedLabel(tr("A package holds figures, kinds, months and clocks, without identity: "
                                                "no name, number, address or free text. "
                                                "It is sealed, so that only the office that it goes to can open it."),
        TextStyle::Secondary, card));
    m_to = new QComboBox(card);
    m_to->setObjectName("to"_L1);
    m_seal = makePrimaryButton(tr("&Seal into a folder or onto a stick…"), card);
    m_to->setEnabled(false); // until it is known who may receive
    m_seal->setEnabled(false);
    card->body()->addWidget(new LabelledField(tr("&To"), m_to, card));
    card->body()->addWidget(m_seal, 0, Qt::AlignLeft);
    m_sealed = makeWrappedLabel({}, TextStyle::Body, card);
    setTone(m_sealed, Tone::Green);
    m_sealed->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sealed->hide();
    card->body()->addWidget(m_sealed);
    connect(m_seal, &QPushButton::clicked, this, &ExchangePage::seal);
    return card;
}

Card* ExchangePage::makeReceiveCard()
{
    auto* card = new Card(tr("Receive"));
    m_came = makeWrappedLabel(tr("Files that came are checked wholly before anything of them is believed. Receiving "
                                 "one twice changes nothing."),
        TextStyle::Body, card);
    card->body()->addWidget(m_came);
    auto* open = makeButton(tr("&Check files that came…"), card);
    m_takeIn = makePrimaryButton(tr("Ta&ke them in"), card);
    m_takeIn->hide();
    card->body()->addWidget(FlowLayout::row({ open, m_takeIn }, card));
    connect(open, &QPushButton::clicked, this, &ExchangePage::receive);
    connect(m_takeIn, &QPushButton::clicked, this, &ExchangePage::takeIn);
    return card;
}

Card* ExchangePage::makeOwnCard()
{
    auto* card = new Card(tr("This office's card"));
    card->body()->addWidget(
        makeWrappedLabel(tr("Give the file to the other office and read these numbers to it on the phone."),
            TextStyle::Secondary, card));
    m_fingerprint = makeLabel(u"…"_s, TextStyle::Clock, card);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card->body()->addWidget(m_fingerprint);
    m_saveCard = makeButton(tr("Sa&ve the card…"), card);
    m_saveCard->setObjectName("saveCard"_L1);
    m_saveCard->setEnabled(false);
    card->body()->addWidget(m_saveCard, 0, Qt::AlignLeft);
    connect(m_saveCard, &QPushButton::clicked, this, &ExchangePage::saveCard);
    return card;
}

Card* ExchangePage::makeOtherCard()
{
    auto* card = new Card(tr("Another office's card"));
    m_draft = new FormDraft(m_context.reg, card);
    card->body()->addWidget(m_draft->bar());
    m_other = makeWrappedLabel(
        tr("Open the card file that the other office gave you, then let it read its numbers to you on the phone."),
        TextStyle::Secondary, card);
    card->body()->addWidget(m_other);
    auto* open = makeButton(tr("&Open a card…"), card);
    card->body()->addWidget(open, 0, Qt::AlignLeft);
    m_typed = new QLineEdit(card);
    m_typed->setObjectName("fingerprint"_L1);
    m_typed->setPlaceholderText(u"00000 00000 00000 …"_s);
    m_typedField = new LabelledField(tr("Numbers read to you on the &phone"), m_typed, card);
    m_typedField->hide();
    card->body()->addWidget(m_typedField);
    m_trust = makePrimaryButton(tr("Con&firm the office"), card);
    m_trust->hide();
    card->body()->addWidget(m_trust, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, &ExchangePage::openCard);
    connect(m_trust, &QPushButton::clicked, this, &ExchangePage::trustCard);
    connect(m_typed, &QLineEdit::returnPressed, this, &ExchangePage::trustCard);
    return card;
}

/// Numbers say nothing without the card that they are read for, so both are kept: but only once something was typed.
void ExchangePage::makeDraft()
{
    const auto card = [this] {
        return m_otherCard && !m_typed->text().isEmpty() ? QString::fromUtf8(m_otherCard->toText()) : QString();
    };
    const auto putCard = [this](const QString& text) {
        if (const auto kept = OfficeCard::parse(text.toUtf8()))
            showOther(*kept);
        else
            message()->showError(kept.error());
    };
    m_draft->watch(u"card"_s, card, putCard);
    m_draft->watch(u"numbers"_s, m_typed);
    m_draft->begin({ u"office-card"_s, {} });
}

QJsonObject ExchangePage::place() const
{
    return { { u"draft"_s, m_draft->isTouched() } };
}

void ExchangePage::returnTo(const QJsonObject& place)
{
    if (place.value("draft"_L1).toBool())
        m_draft->resume();
}

Card* ExchangePage::makeOfficesCard()
{
    auto* card = new Card(tr("Offices that were confirmed"));
    m_offices = new CellTable({ tr("Office"), tr("Part"), tr("Confirmed") }, this);
    m_table = new QTableView(card);
    m_table->setModel(m_offices);
    m_table->setObjectName("offices"_L1);
    m_table->setAccessibleName(tr("Offices that were confirmed"));
    TwoLineDelegate::install(m_table, true);
    FittedColumns::install(m_table, 0, { 240, 120, 120 }, { 2, 1 });
    m_table->hide();
    m_noOffices =
        makeWrappedLabel(tr("None yet. Before the first package both offices exchange their cards, on the right."),
            TextStyle::Body, card);
    card->body()->addWidget(m_table);
    card->body()->addWidget(m_noOffices);
    return card;
}

void ExchangePage::activated()
{
    if (!m_own)
        readOwnCard();
    if (m_stale)
        refresh();
}

void ExchangePage::readOwnCard()
{
    const auto future = QtConcurrent::run([reg = &m_context.reg] { return offices::ownCard(*reg); });
    m_reading = QFuture<void>(future);
    whenDone(this, future, [this](const Result<OfficeCard>& card) {
        if (!card) {
            message()->showError(card.error());
            return;
        }
        m_own = *card;
        m_fingerprint->setText(inTwoLines(card->fingerprint()));
        m_saveCard->setEnabled(true);
    });
}

void ExchangePage::refresh()
{
    m_stale = false;
    const auto read = [office = m_context.reg.office().id](
                          Database& database) { return ExchangeState::read(database, office); };
    whenDone(this, m_context.reg.read(read), [this](const Result<ExchangeState>& state) {
        if (state)
            showState(*state);
        else
            message()->showError(state.error());
    });
}

void ExchangePage::showState(const ExchangeState& state)
{
    const bool province = m_context.reg.office().role == OfficeRole::Province;
    QStringList lines;
    if (province)
        lines.append(tr("A package to a commune carries its receipt. No record of this office goes along."));
    else
        lines.append(state.unsentRecords > 0 ? tr("Not yet sent: %Ln record(s).", nullptr, int(state.unsentRecords))
                                             : tr("Everything that was written here is packed."));
    if (state.packedAt)
        lines.append(tr("Last packed: %1 (%2).").arg(state.packedFile, formatDateTime(*state.packedAt)));
    if (!province && state.receiptAt)
        lines.append(tr("The province holds our entries up to number %1 (receipt of %2).")
                         .arg(formatNumber(state.receivedSeq), formatDateTime(*state.receiptAt)));
    else if (!province && state.packedAt)
        lines.append(tr("No receipt has come yet; what was packed is offered again until it comes."));
    m_state->setText(lines.join(u'\n'));
    showOffices(state.offices);
}

void ExchangePage::showOffices(const std::vector<TrustedOffice>& offices)
{
    const QString chosen = m_to->currentData().toString();
    m_to->clear();
    std::vector<TableRow> rows;
    for (const TrustedOffice& office : offices) {
        const bool province = office.card.role == OfficeCard::Role::Province;
        m_to->addItem(office.card.name, office.card.unit);
        TableRow row { QString::fromLatin1(office.card.officeId.toHex()), {}, {} };
        row.cells.push_back(
            { .text = office.card.name, .second = inTwoLines(office.card.fingerprint()).simplified(), .bold = true });
        row.cells.push_back({ .text = province ? tr("province") : tr("commune"), .chip = true });
        row.cells.push_back({ formatDate(civil::date(office.trustedAt)) });
        rows.push_back(std::move(row));
    }
    m_to->setCurrentIndex(std::max(0, m_to->findData(chosen)));
    m_to->setEnabled(!offices.empty());
    m_seal->setEnabled(!offices.empty());
    m_table->setVisible(!offices.empty());
    m_noOffices->setVisible(offices.empty());
    m_table->setFixedHeight(TwoLineDelegate::heightOf(m_table, std::clamp(int(offices.size()), 1, 6)));
    m_offices->setRows(std::move(rows));
}

void ExchangePage::seal()
{
    commitPendingInput();
    const QString unit = m_to->currentData().toString();
    if (unit.isEmpty() || m_work->isRunning())
        return;
    message()->clear();
    Questions::chooseFolder(this, { tr("Where the package goes"), {}, {}, {} }, [this, unit](const QString& folder) {
        if (!folder.isEmpty())
            sealTo(unit, folder);
    });
}

void ExchangePage::sealTo(const QString& unit, const QString& folder)
{
    m_sealed->hide();
    QMap<QByteArray, qint64> versions;
    const QStringList names = m_context.catalogues.names();
    for (const QString& name : names) {
        if (const Catalogue* catalogue = m_context.catalogues.find(name))
            versions.insert(name.toUtf8(), catalogue->version());
    }
    const auto work = [reg = &m_context.reg, unit, folder, versions](
                          const PageWork::Progress& progress, const std::atomic_bool* cancelled) {
        return sealPackage(*reg, unit, folder, versions, { progress, cancelled });
    };
    m_work->start(tr("Sealing, writing and reading back the package…"), work,
        [this](const Result<SealedPackage>& sealed) { tell(sealed); });
}

void ExchangePage::tell(const Result<SealedPackage>& sealed)
{
    refresh();
    if (!sealed) {
        message()->showError(sealed.error());
        return;
    }
    const QString size =
        QLocale(QLocale::Vietnamese).formattedDataSize(sealed->bytes, 1, QLocale::DataSizeTraditionalFormat);
    const QString what =
        sealed->entries > 0 ? tr("%Ln entry(ies)", nullptr, int(sealed->entries)) : tr("receipts only");
    m_sealed->setText(tr("Packed for %1: %2\n%3, %4, without identity. Read back and verified.")
                          .arg(unitName(sealed->to), QDir::toNativeSeparators(sealed->file), what, size));
    m_sealed->show();
}

void ExchangePage::receive()
{
    commitPendingInput();
    if (m_work->isRunning())
        return;
    message()->clear();
    Questions::openFiles(
        this, { tr("Files that came"), {}, { tr("Packages (*.maiam)") }, {} }, [this](const QStringList& files) {
            if (!files.isEmpty())
                check(files);
        });
}

void ExchangePage::check(const QStringList& files)
{
    m_incoming.reset();
    m_takeIn->hide();
    using Checked = std::shared_ptr<Result<IncomingPackages>>; // what it holds cannot be copied
    const auto work = [reg = &m_context.reg, files](
                          const PageWork::Progress& progress, const std::atomic_bool* cancelled) {
        return std::make_shared<Result<IncomingPackages>>(
            IncomingPackages::check(*reg, files, { progress, cancelled }));
    };
    m_work->start(tr("Checking the files…"), work, [this](const Checked& checked) {
        if (!*checked) {
            message()->showError(checked->error());
            return;
        }
        m_incoming = std::shared_ptr<IncomingPackages>(checked, &**checked);
        QStringList lines;
        for (const CheckedPackage& package : m_incoming->packages())
            lines.append(tr("%1: from %2, %Ln entry(ies), sealed %3", nullptr, int(package.header.entries()))
                             .arg(package.name, package.from.name, formatDateTime(package.header.time)));
        m_came->setText(lines.join(u'\n'));
        m_takeIn->show();
        m_takeIn->setFocus();
    });
}

void ExchangePage::takeIn()
{
    commitPendingInput();
    if (!m_incoming || m_work->isRunning())
        return;
    message()->clear();
    const auto work = [incoming = m_incoming](const PageWork::Progress& progress, const std::atomic_bool* cancelled) {
        return incoming->takeIn({ progress, cancelled });
    };
    m_work->start(tr("Taking in the packages…"), work, [this](const Result<ReceivedPackage>& got) {
        refresh();
        if (!got) { // what was checked stays, so that it can be taken up again
            message()->showError(got.error());
            return;
        }
        m_incoming.reset();
        m_takeIn->hide();
        const ReceivedText text = ReceivedText::of(*got, m_context.catalogues, m_context.language);
        m_came->setText(text.lines.join(u'\n'));
        message()->showMessage(text.clean ? MessageBar::Kind::Ok : MessageBar::Kind::Warning, text.lines.value(0));
    });
}

void ExchangePage::saveCard()
{
    if (!m_own)
        return;
    message()->clear();
    const FileQuestion question { tr("Save this office's card"), m_own->unit + u"-"_s + tr("card") + ".txt"_L1,
        { tr("Office cards (*.txt)") }, u"txt"_s };
    Questions::saveFile(this, question, [this](const QString& path) {
        if (path.isEmpty())
            return;
        SavedFile file(path);
        const QByteArray text = m_own->toText();
        if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
            message()->showMessage(
                MessageBar::Kind::Ok, tr("The card is saved: %1").arg(QDir::toNativeSeparators(path)));
        else if (file.isHeld())
            message()->showError(file.heldError());
        else
            message()->showMessage(MessageBar::Kind::Error,
                tr("The card could not be saved there: the folder may be full or write-protected. Choose another "
                   "folder."));
    });
}

void ExchangePage::openCard()
{
    commitPendingInput();
    message()->clear();
    Questions::openFile(this, { tr("Open a card"), {}, { tr("Office cards (*.txt)"), tr("All files (*)") }, {} },
        [this](const QString& path) {
            if (path.isEmpty())
                return;
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly) || file.size() > MaxCard) {
                message()->showMessage(MessageBar::Kind::Error,
                    tr("This file cannot be read as an office's card. Choose the card file that the other office gave "
                       "you."));
                return;
            }
            const auto card = OfficeCard::parse(file.readAll());
            if (card)
                showOther(*card);
            else
                message()->showError(card.error());
        });
}

/// The numbers of the card are not shown before they were typed: who reads them off the screen has asked nobody.
void ExchangePage::showOther(const OfficeCard& card)
{
    m_otherCard = card;
    const bool province = card.role == OfficeCard::Role::Province;
    m_other->setText(
        tr("%1\n%2, unit %3")
            .arg(card.name, province ? tr("provincial office") : tr("commune's office"), unitName(card.unit)));
    m_typedField->setHint(tr("Six groups of five digits. Ring the office at a number that you know yourself."));
    m_typedField->setError({});
    m_typed->clear();
    m_typedField->show();
    m_trust->show();
    m_typed->setFocus();
}

void ExchangePage::trustCard()
{
    commitPendingInput();
    if (!m_otherCard || m_work->isRunning())
        return;
    const auto work = [reg = &m_context.reg, card = *m_otherCard, typed = m_typed->text()](const PageWork::Progress&,
                          const std::atomic_bool*) { return offices::trust(*reg, card, typed); };
    m_work->start(tr("Keeping the card…"), work, [this](const Result<void>& done) {
        m_typedField->setError(done ? QString() : done.error().message);
        if (!done)
            return;
        message()->showMessage(MessageBar::Kind::Ok,
            tr("%1 is confirmed. Packages can go there and come from there.").arg(m_otherCard->name));
        m_otherCard.reset();
        m_typed->clear();
        m_draft->drop();
        m_typedField->hide();
        m_trust->hide();
        m_other->setText(
            tr("Open the card file that the other office gave you, then let it read its numbers to you on the phone."));
        refresh();
    });
}

} // namespace maiam
