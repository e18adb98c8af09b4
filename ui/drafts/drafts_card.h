// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/drafts/draft.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace maiam {

/// On the first screen: forms with something typed and not saved, so that they are found again after a crash or a
/// lock. Codes only, no name. Older ones are counted, and shown when somebody asks. Hidden when there is none.
class DraftsCard : public Card
{
    Q_OBJECT
public:
    explicit DraftsCard(WorkContext& context, QWidget* parent = nullptr);
    void refresh();

Q_SIGNALS:
    /// The form of a draft is to be opened and gone on with; the keys of DraftKey.
    void draftWanted(const QString& form, QUuid record);

private:
    struct Line
    {
        DraftKey key;
        UtcMs saved = 0;
        QString code; ///< of the case or child
        int count = 1; ///< drafts of this one form
    };
    void display();
    void showAll();
    [[nodiscard]] QString formName(const Line& line) const;
    WorkContext& m_context;
    QWidget* m_list = nullptr;
    std::vector<Line> m_lines; ///< one for each form, newest first
    bool m_all = false; ///< somebody wanted to see the older ones too
    quint64 m_question = 0;
};

} // namespace maiam
