// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop.h"
#include "models/register/people.h"
#include "tests/support/wanted_register.h"
#include "tests/ui/support/type_text.h"
#include "ui/shell/first_start_steps.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/passphrase_field.h"
#include "ui/widgets/questions.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

namespace maiam::test {

inline const QString MinhWords = QStringLiteral("bon mua la rung hoa no");
/// The least that the program believes.
inline const KdfCost LeastCost { 64ULL << 20, 2 };

/// The groups of a new recovery key as the screen shows them; the two that are asked for are typed.
inline QStringList copyAndProve(RecoveryStep* step)
{
    QStringList groups;
    for (const QLabel* label : step->findChildren<QLabel*>())
        if (label->text().size() == 5 && label->text() == label->text().toUpper())
            groups.append(label->text());
    const auto fields = step->findChildren<QLineEdit*>();
    if (groups.size() == RecoveryKey::Groups) {
        typeText(fields.at(0), groups.at(step->asked().first));
        typeText(fields.at(1), groups.at(step->asked().second));
    }
    return groups;
}

/// A journey through the whole program with its window, on Lan's register.
class ProgramJourney : public QObject
{
protected:
    static constexpr int UnlockWithinMs = 60'000;

    /// As the program's, but new slots cost no more than they must.
    static KdfLimits limits()
    {
        KdfLimits cheap;
        cheap.wanted = LeastCost;
        return cheap;
    }
    void makeRegister()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = QDir(m_home->path()).canonicalPath() + QStringLiteral("/Sổ trẻ em");
        NewRegister wanted = wantedRegister(m_folder);
        wanted.post = QStringLiteral("Công chức Văn hóa - Xã hội");
        wanted.cost = LeastCost;
        wanted.limits = limits();
        auto made = Register::create(wanted);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_paper = std::move(made->recovery);
    }
    void end()
    {
        QCOMPARE(Questions::clearAnswers(), 0);
        m_desktop.reset();
        m_home.reset();
    }
    void startProgram(DesktopPlaces places = {})
    {
        places.settingsFile = m_home->filePath(QStringLiteral("settings.ini"));
        places.limits = limits();
        m_desktop = std::make_unique<Desktop>(places);
        QVERIFY(!m_desktop->start({ .folder = m_folder }));
    }
    /// The old lock screens go with the event loop.
    void type(const QString& passphrase)
    {
        QTRY_COMPARE(window()->findChildren<LockScreen*>().size(), 1);
        typeText(lockScreen()->findChild<PassphraseField*>(), passphrase);
        QTest::keyClick(receiver(lockScreen()->findChild<PassphraseField*>()), Qt::Key_Return);
    }
    /// Chooses on the lock screen who opens.
    void chooseUser(const QString& name) const
    {
        auto* users = lockScreen()->findChild<QComboBox*>();
        users->setCurrentIndex(users->findText(name, Qt::MatchContains | Qt::MatchCaseSensitive));
    }
    void unlock(const QString& passphrase)
    {
        type(passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->isLocked(), UnlockWithinMs);
    }
    /// An entry of the menu "More", or null.
    [[nodiscard]] QAction* entry(const QString& text) const
    {
        const QList<QAction*> actions = window()->findChild<QMenu*>()->actions();
        const auto found = std::find_if(
            actions.cbegin(), actions.cend(), [&](const QAction* action) { return action->text() == text; });
        return found == actions.cend() ? nullptr : *found;
    }
    void addPerson(const QString& name, Roles roles)
    {
        auto reg = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits());
        QVERIFY(reg);
        QVERIFY(people::add(**reg, { name, {}, roles }, MinhWords));
    }
    [[nodiscard]] MainWindow* window() const { return m_desktop->window(); }
    [[nodiscard]] LockScreen* lockScreen() const { return window()->findChild<LockScreen*>(); }

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
    std::optional<RecoveryKey> m_paper; ///< from the envelope
    std::unique_ptr<Desktop> m_desktop;
};

} // namespace maiam::test
