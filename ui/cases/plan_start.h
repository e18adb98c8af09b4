// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journal.h"
#include "models/records/record.h"
#include "ui/shell/work_context.h"

#include <QDate>
#include <QObject>

#include <optional>

namespace maiam {

class FormDraft;

/// The question of when the plan's period starts (ngày bắt đầu tính hạn lập kế hoạch). What is typed into it is a draft
/// of the case until it is stored; a text that is no moment stands there again when it is asked again.
class PlanStart : public QObject
{
    Q_OBJECT
public:
    /// \a page: over which it is asked.
    PlanStart(WorkContext& context, QWidget* page);
    /// The case as read just now, and the start that holds.
    void load(const Record& file, UtcMs start);
    void ask();
    /// The question stands open with something typed into it.
    [[nodiscard]] bool isBeingAnswered() const { return m_open && !m_typed.isEmpty(); }
    /// What was typed is on the disk.
    void setSaved() { m_typed.clear(); }
    /// What is typed and not saved; who stores the batch does it through this.
    [[nodiscard]] FormDraft* draft() const { return m_draft; }

Q_SIGNALS:
    void saveWanted(const maiam::Batch& batch);
    void failed(const maiam::Error& error);

private:
    [[nodiscard]] QDate today() const;
    void keep(const QString& typed);
    void store(const QString& typed);

    WorkContext& m_context;
    QWidget* m_page;
    FormDraft* m_draft;
    std::optional<Record> m_file;
    UtcMs m_start = 0;
    QString m_typed; ///< empty: nothing but the start that holds
    QDate m_typedOn; ///< the day from which it is reckoned
    QList<EntryHash> m_heads; ///< what it rests on
    bool m_open = false;
};

} // namespace maiam
