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
    /// Covers a page that shows this record, unless it is covered; the page is titled with the record's code. \a pass
    /// is called when a reason was given and stands in the chain of looking.
    static void cover(
        Page* page, WorkContext& context, const RecordKind& kind, QUuid record, std::function<void()> pass);
    /// As if "Open the file" were pressed.
    void open();
    /// The file could not be read: it is asked for again.
    static void askAgain(const Page* page);

Q_SIGNALS:
    /// A reason was given.
    void passed(maiam::AccessAct act);

private:
    void makeQuestion();
    QButtonGroup* m_reasons = nullptr;
    QLabel* m_missing = nullptr;
    QPushButton* m_open = nullptr;
};

} // namespace maiam
