// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the first start that make keys: passphrase and recovery key.
#include "ui/shell/first_start_steps.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/passphrase_field.h"

#include <QDir>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QRandomGenerator>

namespace maiam {

namespace {
constexpr int GroupCount = 8;

QFont keyFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(Theme::font(TextStyle::Clock).pointSizeF());
    font.setBold(true);
    return font;
}
} // namespace

PassphraseStep::PassphraseStep(const FirstStartServices& services, QWidget* parent)
    : FirstStartStep(services, parent)
    , m_heading(makeWrappedLabel(tr("The passphrase that opens the register"), TextStyle::Section))
    , m_useOffer(new QRadioButton(tr("Use the &offered words (recommended)")))
    , m_useOwn(new QRadioButton(tr("A passphrase of my o&wn")))
    , m_offerBox(new QWidget)
    , m_offer(makeWrappedLabel({}))
    , m_ownBox(new QWidget)
    , m_own(new PassphraseField)
    , m_ownField(new LabelledField(tr("&Passphrase"), m_own))
    , m_strength(new QProgressBar)
    , m_judgement(makeWrappedLabel({}, TextStyle::Secondary))
    , m_repeat(new PassphraseField)
    , m_repeatField(new LabelledField(tr("&Type it once more"), m_repeat))
{
    column()->addWidget(m_heading);
    column()->addWidget(m_useOffer);
    auto* offer = new QHBoxLayout(m_offerBox);
    offer->setContentsMargins(Theme::scaled(24), 0, 0, 0);
    m_offer->setFont(keyFont());
    m_offer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QPushButton* another = makeButton(tr("&Another"));
    offer->addWidget(m_offer, 1);
    offer->addWidget(another);
    column()->addWidget(m_offerBox);
    column()->addWidget(m_useOwn);
    auto* own = new QVBoxLayout(m_ownBox);
    own->setContentsMargins(Theme::scaled(24), 0, 0, 0);
    own->addWidget(m_ownField);
    m_strength->setTextVisible(false);
    m_strength->setRange(0, 100);
    m_strength->setAccessibleName(tr("Strength"));
    own->addWidget(m_strength);
    own->addWidget(m_judgement);
    column()->addWidget(m_ownBox);
    column()->addWidget(m_repeatField);
    column()->addWidget(makeWrappedLabel(
        tr("The offered words have no tones: they come out the same with Telex, VNI or no Vietnamese keyboard at all."),
        TextStyle::Secondary));
    m_useOffer->setChecked(true);
    connect(m_useOffer, &QRadioButton::toggled, this, &PassphraseStep::refresh);
    // Whoever chooses types next.
    connect(m_useOffer, &QRadioButton::clicked, m_repeat, [this] { m_repeat->setFocus(); });
    connect(m_useOwn, &QRadioButton::clicked, m_own, [this] { m_own->setFocus(); });
    connect(m_repeat, &PassphraseField::returnPressed, this, &PassphraseStep::returnPressed);
    connect(m_own, &PassphraseField::textChanged, this, &PassphraseStep::judge);
    connect(another, &QPushButton::clicked, this, &PassphraseStep::offerWords);
    refresh();
}

void PassphraseStep::setHeading(const QString& heading)
{
    m_heading->setText(heading);
}

QString PassphraseStep::title() const
{
    return tr("Passphrase");
}

void PassphraseStep::enter(FirstStartAnswers&)
{
    if (m_offer->text().isEmpty())
        offerWords();
    (m_useOffer->isChecked() ? m_repeat : m_own)->setFocus();
}

/// A name is read out in place of the text, so it holds the words as well.
void PassphraseStep::offerWords()
{
    const QString words = services().offerPassphrase();
    m_offer->setText(words);
    m_offer->setAccessibleName(tr("Offered words: %1").arg(words));
}

void PassphraseStep::refresh()
{
    m_offerBox->setVisible(m_useOffer->isChecked());
    m_ownBox->setVisible(m_useOwn->isChecked());
    m_repeatField->setError({});
}

void PassphraseStep::judge()
{
    const PassphraseJudgement judgement = services().judgePassphrase(m_own->text());
    m_strength->setValue(judgement.strength);
    m_judgement->setText(judgement.text);
    setTone(m_judgement, judgement.acceptable ? Tone::Green : Tone::Amber);
    m_ownField->setError({});
    m_judgement->show();
}

bool PassphraseStep::take(FirstStartAnswers& answers)
{
    const bool own = m_useOwn->isChecked();
    if (own) {
        const PassphraseJudgement judgement = services().judgePassphrase(m_own->text());
        m_ownField->setError(judgement.acceptable ? QString() : judgement.text);
        m_judgement->setVisible(judgement.acceptable);
        if (!judgement.acceptable) {
            m_own->setFocus();
            return false;
        }
    }
    const auto plain = [](const QString& text) { return text.normalized(QString::NormalizationForm_C).simplified(); };
    const QString wanted = own ? m_own->text() : m_offer->text();
    const bool same = plain(m_repeat->text()) == plain(wanted);
    m_repeatField->setError(same ? QString() : tr("This is not the same. Type the passphrase again."));
    if (!same) {
        m_repeat->setFocus();
        m_repeat->selectAll();
        return false;
    }
    answers.passphrase = wanted;
    return true;
}

RecoveryStep::RecoveryStep(const FirstStartServices& services, QWidget* parent)
    : FirstStartStep(services, parent)
    , m_groups(new QGridLayout)
    , m_first(new QLineEdit)
    , m_second(new QLineEdit)
    , m_firstField(new LabelledField({}, m_first))
    , m_secondField(new LabelledField({}, m_second))
    , m_printed(new MessageBar)
{
    column()->addWidget(makeWrappedLabel(tr("The recovery key, on paper"), TextStyle::Section));
    column()->addWidget(makeWrappedLabel(tr("If the passphrase is forgotten, only this key opens the register. Print "
                                            "it, seal it in an envelope and give it to "
                                            "the chairman. It is not kept on this PC.")));
    m_groups->setSpacing(Theme::scaled(space::M));
    for (int i = 0; i < GroupCount; ++i) {
        auto* group = makeLabel({});
        group->setFont(keyFont());
        m_labels.append(group);
        auto* cell = new QHBoxLayout;
        cell->addWidget(makeLabel(QString::number(i + 1), TextStyle::Secondary));
        cell->addWidget(group, 1);
        m_groups->addLayout(cell, i / 4, i % 4);
    }
    column()->addLayout(m_groups);
    QPushButton* print = makeButton(tr("P&rint…"));
    column()->addWidget(print, 0, Qt::AlignLeft);
    connect(print, &QPushButton::clicked, this, [this] {
        m_printed->clear();
        if (this->services().printRecoveryKey && m_answers)
            this->services().printRecoveryKey(
                this, *m_answers, [this](const Result<QString>& file) { tellPrinted(file); });
    });
    print->setVisible(static_cast<bool>(services.printRecoveryKey));
    column()->addWidget(m_printed);
    column()->addWidget(makeLine());
    column()->addWidget(makeWrappedLabel(tr("Type two groups from the paper, so that we know it can be read.")));
    auto* fields = new QHBoxLayout;
    fields->setSpacing(Theme::scaled(space::L));
    fields->addWidget(m_firstField, 1, Qt::AlignTop);
    fields->addWidget(m_secondField, 1, Qt::AlignTop);
    column()->addLayout(fields);
}

QString RecoveryStep::title() const
{
    return tr("Recovery key");
}

void RecoveryStep::enter(FirstStartAnswers& answers)
{
    m_answers = &answers;
    if (answers.recoveryKey.isEmpty()) {
        m_wasPrinted = false;
        answers.recoveryKey = services().newRecoveryKey();
        auto* random = QRandomGenerator::system();
        const int count = static_cast<int>(answers.recoveryKey.size());
        const int one = random->bounded(count);
        const int two = (one + 1 + random->bounded(count - 1)) % count;
        m_asked = { std::min(one, two), std::max(one, two) };
    }
    for (int i = 0; i < m_labels.size(); ++i) {
        m_labels.at(i)->setText(answers.recoveryKey.value(i));
        m_labels.at(i)->setAccessibleName(tr("Group %1: %2").arg(QString::number(i + 1), answers.recoveryKey.value(i)));
    }
    m_firstField->setLabel(tr("Group &number %1").arg(m_asked.first + 1));
    m_secondField->setLabel(tr("Group n&umber %1").arg(m_asked.second + 1));
    m_first->setFocus();
}

bool RecoveryStep::lacksPaper() const
{
    return services().printRecoveryKey && !m_wasPrinted;
}

void RecoveryStep::tellPrinted(const Result<QString>& file)
{
    m_wasPrinted = m_wasPrinted || file;
    if (!file)
        m_printed->showError(file.error());
    else if (file->isEmpty())
        m_printed->showMessage(MessageBar::Kind::Ok,
            tr("The key was given to the printer. Look whether every group on the paper can be read."));
    else
        m_printed->showMessage(MessageBar::Kind::Warning,
            tr("The key lies unprotected in %1. Print it on paper, then delete the file, also from the recycle bin.")
                .arg(QDir::toNativeSeparators(*file)));
}

bool RecoveryStep::take(FirstStartAnswers& answers)
{
    const auto fits = [&](LabelledField* field, const QLineEdit* edit, int index) {
        const QString group = answers.recoveryKey.value(index);
        const bool same = services().sameGroup
            ? services().sameGroup(edit->text(), group)
            : edit->text().simplified().remove(QLatin1Char(' ')).compare(group, Qt::CaseInsensitive) == 0;
        field->setError(same ? QString() : tr("This is not group %1. Look at its number on the paper.").arg(index + 1));
        return same;
    };
    const bool first = fits(m_firstField, m_first, m_asked.first);
    const bool second = fits(m_secondField, m_second, m_asked.second);
    if (!first)
        m_first->setFocus();
    else if (!second)
        m_second->setFocus();
    return first && second;
}

} // namespace maiam
