// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journal/register_check.h"
#include "ui/widgets/page.h"
#include "ui/widgets/theme.h"

#include <QTimer>

class QPushButton;

namespace maiam {

/// Kiểm tra sổ: checks the whole register, with progress and stop, and says what was found (journal.md, law 1). The
/// check itself goes on when the page is left; a page that is opened again shows how far it is, or what it found.
class CheckPage : public Page
{
    Q_OBJECT
public:
    explicit CheckPage(RegisterCheck& check, QWidget* parent = nullptr);

    /// Begins the check; nothing while one runs.
    void run() { m_check.start(); }
    /// Every line of the result, for tests.
    [[nodiscard]] QString result() const { return m_result; }

private:
    void follow();
    void showOutcome();
    void addLines(const QString& title, const QStringList& lines, Tone tone);

    RegisterCheck& m_check;
    QTimer m_look;
    QPushButton* m_run = nullptr;
    QWidget* m_found = nullptr;
    QString m_result;
};

} // namespace maiam
