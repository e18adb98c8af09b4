// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/verify.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

class QLabel;
class QPushButton;

namespace maiam {

class PageWork;

/// Kiểm tra sổ: checks the whole register, with progress and stop, and says what was found (journal.md, law 1).
class CheckPage : public Page
{
    Q_OBJECT
public:
    explicit CheckPage(WorkContext& context, QWidget* parent = nullptr);

    /// Begins the check; nothing while one runs.
    void run();
    /// Every line of the result, for tests.
    [[nodiscard]] QString result() const { return m_result; }

private:
    void showFound(const Result<Verified>& found);

    WorkContext& m_context;
    PageWork* m_work = nullptr;
    QPushButton* m_run = nullptr;
    QWidget* m_found = nullptr;
    QString m_result;
};

} // namespace maiam
