// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_page.h"

#include "ui/drafts/form_draft.h"
#include "ui/shell/signer_card.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr int FieldWidth = 220;
constexpr int TextSizes[] = { 100, 110, 125, 150, 175, 200 };
} // namespace

SettingsPage::SettingsPage(const Settings& settings, bool captureOffered, QWidget* parent)
    : Page(parent)
    , m_settings(settings)
{
    setTitle(tr("Settings"));
    setSubtitle(tr("For this PC · every change holds at once"));
    makeLocking(captureOffered);
    makeLook();
}

void SettingsPage::makeLocking(bool captureOffered)
{
    auto* card = new Card(tr("Locking"), this);
    m_idle = new QSpinBox(card);
    m_idle->setRange(int(Settings::LeastIdle.count()), int(Settings::MostIdle.count()));
    m_idle->setValue(int(m_settings.idle.count()));
    m_idle->setSuffix(tr(" min"));
    m_idle->setMaximumWidth(Theme::scaled(FieldWidth));
    m_idle->setKeyboardTracking(false); // "30" must not pass through "3"
    auto* field = new LabelledField(tr("Lock after so long without &input"), m_idle, card);
    field->setHint(tr("1–30 minutes. Locking closes the register and forgets its key. It also locks when you lock the "
                      "PC's screen and when the PC goes to sleep."));
    card->body()->addWidget(field);
    connect(m_idle, &QSpinBox::valueChanged, this, [this](int minutes) {
        m_settings.idle = std::chrono::minutes(minutes);
        tell();
    });
    if (captureOffered) {
        m_capture = new QCheckBox(tr("Allow the windows in screen captures and screen &sharing"), card);
        m_capture->setChecked(m_settings.captureAllowed);
        card->body()->addWidget(m_capture);
        card->body()->addWidget(makeWrappedLabel(
            tr("Normally off: then captures, recordings and remote-control programs see an empty window."),
            TextStyle::Secondary, card));
        connect(m_capture, &QCheckBox::toggled, this, [this](bool on) {
            m_settings.captureAllowed = on;
            tell();
        });
    }
    column()->addWidget(card);
}

void SettingsPage::makeLook()
{
    auto* card = new Card(tr("Look"), this);
    m_text = new QComboBox(card);
    m_text->setMaximumWidth(Theme::scaled(FieldWidth));
    for (const int percent : TextSizes)
        m_text->addItem(tr("%1 %", "text size").arg(percent), percent);
    int index = m_text->findData(m_settings.textPercent);
    if (index < 0) { // written by hand into the file
        m_text->addItem(tr("%1 %", "text size").arg(m_settings.textPercent), m_settings.textPercent);
        index = m_text->count() - 1;
    }
    m_text->setCurrentIndex(index);
    card->body()->addWidget(new LabelledField(tr("Size of the &text"), m_text, card));
    connect(m_text, &QComboBox::activated, this, [this] {
        m_settings.textPercent = m_text->currentData().toInt();
        tell();
    });
    column()->addWidget(card);
}

void SettingsPage::addSigner(Register& reg)
{
    m_signer = new SignerCard(reg, this);
    connect(m_signer, &SignerCard::failed, this, [this](const Error& error) { message()->showError(error); });
    column()->addWidget(m_signer);
}

void SettingsPage::deactivated()
{
    if (m_signer)
        m_signer->save();
}

void SettingsPage::returnTo(const QJsonObject&)
{
    if (m_signer)
        m_signer->draft()->resume();
}

Settings SettingsPage::settings() const
{
    return m_settings;
}

void SettingsPage::tell()
{
    Q_EMIT changed(m_settings);
}

void SettingsPage::tellKept(bool kept)
{
    if (kept)
        message()->clear();
    else
        message()->showMessage(MessageBar::Kind::Error,
            tr("The change holds until the program is closed, but could not be kept on the disk. Check that there is "
               "room and that you may write into your own configuration folder."));
}

} // namespace maiam
