// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/access_chain.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

#include <functional>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace maiam {

class Page;

/// Stands before a file with restricted access (hồ sơ hạn chế truy cập) and asks why it is opened.
class RestrictionGate : public Card
{
    Q_OBJECT
public:
    explicit RestrictionGate(const WorkContext& context, QWidget* parent = nullptr);
    /// One for a page that shows this record: the page is titled with the record's code. \a pass is called once, with
    /// the reason that was given.
    [[nodiscard]] static RestrictionGate* before(
        Page* page, WorkContext& context, QUuid record, std::function<void(AccessAct)> pass);
    /// As if "Open the file" were pressed.
    void open();
    /// The file could not be read: it is asked for again.
    static void askAgain(const Page* page);

Q_SIGNALS:
    /// A reason was given. The receiver notes the act and shows the file.
    void passed(maiam::AccessAct act);

private:
    void makeQuestion();
    QButtonGroup* m_reasons = nullptr;
    QLabel* m_missing = nullptr;
    QPushButton* m_open = nullptr;
};

} // namespace maiam
