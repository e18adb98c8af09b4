// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/figure_source.h"
#include "models/reports/monthly_figures.h"
#include "models/reports/report_office.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

#include <QPointer>
#include <QTimer>

#include <functional>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace maiam {

class BarChart;
class Card;
class Chip;
class FormDraft;
class PaperView;

/// The door Báo cáo: the month's report as it will be printed, filled from the register. Its numbers lead to the cases
/// behind them; the officer adds remarks.
class ReportPage : public Page
{
    Q_OBJECT
public:
    explicit ReportPage(WorkContext& context, QWidget* parent = nullptr);

    /// Shows another period's report.
    void setPeriod(const ReportPeriod& period);
    [[nodiscard]] const ReportPeriod& period() const { return m_period; }
    /// The figures that stand on the screen; nothing while they are being read.
    [[nodiscard]] const std::optional<MonthlyFigures>& figures() const { return m_figures; }
    /// Lists what stands behind a figure.
    void explain(const QString& figure);
    /// Where the report goes is asked first.
    void savePdf();
    void saveOdt();
    void print();
    /// Puts the month's counts onto the clipboard; no name, no code.
    void copyFigures();
    void activated() override;
    void deactivated() override;
    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;

Q_SIGNALS:
    /// A case that stands behind a number is to be opened.
    void openCase(QUuid id);
    /// A session that stands behind a number is to be opened.
    void openSession(QUuid id);

private:
    void makeTitle();
    void makeSide();
    void refresh();
    void compose(const MonthlyFigures& figures, const ReportOffice& office);
    void showFigures();
    void showChart();
    void showBehind(const FigureSource& source);
    void showRemark();
    void saveRemark(std::function<void()> then = {});
    void write(const QString& file, bool pdf);
    void tellSaved(const QString& file);
    void withPaper(std::function<void(const MonthlyFigures&, const ReportOffice&)> use);
    [[nodiscard]] FigureScope scope() const;
    WorkContext& m_context;
    ReportPeriod m_period;
    ReportPeriod m_remarkPeriod; ///< whose remark stands in the editor
    QComboBox* m_months = nullptr;
    Chip* m_span = nullptr;
    PaperView* m_view = nullptr;
    Card* m_source = nullptr;
    QVBoxLayout* m_behind = nullptr;
    QPointer<QWidget> m_list;
    QPlainTextEdit* m_remark = nullptr;
    FormDraft* m_draft = nullptr;
    BarChart* m_chart = nullptr;
    QTimer m_typing;
    std::optional<MonthlyFigures> m_figures;
    QString m_explained;
    bool m_remarkChanged = false;
    bool m_savingRemark = false;
    bool m_stale = true;
    quint64 m_asked = 0;
};

} // namespace maiam
