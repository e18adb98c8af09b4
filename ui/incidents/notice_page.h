// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/paper.h"
#include "models/records/record.h"
#include "models/reports/report_office.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace maiam {

class FieldEditor;
class FormDraft;
class PaperView;

/// The notice of a leak as it will be printed (thông báo sự cố): filled in from the record, corrected beside it, kept
/// in the record, printed or saved as PDF. A child's name on it is asked about before it leaves.
class NoticePage : public Page
{
    Q_OBJECT
public:
    NoticePage(WorkContext& context, QUuid incident, QWidget* parent = nullptr);

    [[nodiscard]] QUuid id() const { return m_id; }
    [[nodiscard]] PaperView* view() const { return m_view; }
    [[nodiscard]] FieldEditor* editor(const Field& field) const;
    /// Stores what was corrected.
    void save();
    /// Where it goes is asked first.
    void print();
    void savePdf();
    /// It went just now: stored with the time.
    void markSent();
    void activated() override;
    void deactivated() override;
    void returnTo(const QJsonObject& place) override;

private:
    struct Loaded
    {
        Record record;
        ReportOffice office;
    };
    void makeSide();
    FieldEditor* add(const Field& field, QWidget* parent);
    void reload();
    void showRecord(const Loaded& loaded, const QStringList& typed = {});
    void compose();
    [[nodiscard]] Value shownValue(const Record& record, const Field& field) const;
    bool take(Record& record) const;
    [[nodiscard]] papers::Paper paper(const Record& record) const;
    [[nodiscard]] bool mayWrite() const;
    void saveThen(const std::function<void()>& then);
    void store(const Record& record, const std::function<void()>& then);
    void withPaper(const std::function<void(const papers::Paper&)>& use);
    [[nodiscard]] QFuture<Result<void>> recorded(AccessAct act);
    void offerSent(const QString& done);

    WorkContext& m_context;
    QUuid m_id;
    std::optional<Loaded> m_loaded;
    FormDraft* m_draft = nullptr;
    PaperView* m_view;
    QList<FieldEditor*> m_editors;
    QTimer m_typing;
    bool m_saving = false;
};

} // namespace maiam
