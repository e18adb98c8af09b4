// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/paper_view.h"

#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
constexpr int ThumbnailWidth = 96;

/// Tab leads through the sheets and does not scroll them: Qt would bring the middle of all pages into sight.
class SheetsArea : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

protected:
    bool focusNextPrevChild(bool next) override { return QWidget::focusNextPrevChild(next); }
};
} // namespace

PaperSheets::PaperSheets(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("The report. Arrow keys go from number to number, Enter shows where one comes from."));
}

void PaperSheets::setPaper(const papers::ComposedPaper& paper)
{
    m_paper = paper;
    m_at = -1;
    updateGeometry();
    update();
}

void PaperSheets::setDpi(qreal dpi)
{
    m_dpi = dpi;
    resize(sizeHint());
    updateGeometry();
    update();
}

QSize PaperSheets::sizeHint() const
{
    const QSize page = m_paper.pageSize(m_dpi).toSize();
    const int gap = Theme::scaled(space::M);
    return { page.width() + 2, m_paper.pageCount() * (page.height() + gap) + 2 };
}

QRect PaperSheets::pageRect(int page) const
{
    const QSize size = m_paper.pageSize(m_dpi).toSize();
    const int left = std::max(0, (width() - size.width()) / 2);
    return { QPoint(left, 1 + page * (size.height() + Theme::scaled(space::M))), size };
}

void PaperSheets::setChosenFigure(const QString& figure)
{
    m_chosen = figure;
    update();
}

void PaperSheets::paintEvent(QPaintEvent* event)
{
    const Colours& c = Theme::colours();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (int page = 0; page < m_paper.pageCount(); ++page) {
        const QRect place = pageRect(page);
        if (!place.intersects(event->rect()))
            continue;
        painter.fillRect(place, Qt::white);
        painter.setPen(c.line);
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
        painter.save();
        painter.translate(place.topLeft());
        m_paper.drawPage(painter, page, m_dpi, { c.highContrast ? QColor(Qt::blue) : c.accent, m_chosen });
        painter.restore();
    }
    const auto all = places();
    if (hasFocus() && m_at >= 0 && m_at < all.size()) {
        painter.setPen(QPen(c.accent, 2));
        painter.drawRoundedRect(all.at(m_at).rect.adjusted(-3, -2, 3, 2), 3, 3);
    }
}

QString PaperSheets::figureAt(const QPoint& position) const
{
    for (int page = 0; page < m_paper.pageCount(); ++page) {
        const QRect place = pageRect(page);
        if (place.contains(position))
            return m_paper.figureAt(page, position - place.topLeft(), m_dpi);
    }
    return {};
}

QList<PaperSheets::Place> PaperSheets::places() const
{
    QList<Place> all;
    for (int page = 0; page < m_paper.pageCount(); ++page) {
        const QPoint corner = pageRect(page).topLeft();
        const auto figures = m_paper.figures(page, m_dpi);
        for (const papers::PlacedFigure& figure : figures)
            all.append({ figure.figure, figure.rect.toAlignedRect().translated(corner) });
    }
    return all;
}

void PaperSheets::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(figureAt(event->pos()).isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void PaperSheets::mousePressEvent(QMouseEvent* event)
{
    const QString figure = event->button() == Qt::LeftButton ? figureAt(event->pos()) : QString();
    if (!figure.isEmpty())
        Q_EMIT figureChosen(figure);
}

void PaperSheets::step(int by)
{
    const auto all = places();
    if (all.isEmpty())
        return;
    m_at = m_at < 0 ? (by > 0 ? 0 : int(all.size()) - 1) : std::clamp(m_at + by, 0, int(all.size()) - 1);
    Q_EMIT lookAt(all.at(m_at).rect);
    update();
}

void PaperSheets::keyPressEvent(QKeyEvent* event)
{
    const auto all = places();
    switch (event->key()) {
    case Qt::Key_Right:
        return step(1);
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_at >= 0 && m_at < all.size())
            Q_EMIT figureChosen(all.at(m_at).figure);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

PaperView::PaperView(QWidget* parent)
    : QWidget(parent)
    , m_sheets(new PaperSheets)
    , m_scroll(new SheetsArea(this))
    , m_thumbnails(new QListWidget(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::scaled(space::M));
    m_thumbnails->setAccessibleName(tr("Pages"));
    m_thumbnails->setIconSize({ Theme::scaled(ThumbnailWidth), Theme::scaled(ThumbnailWidth * 297 / 210) });
    m_thumbnails->setViewMode(QListView::IconMode);
    m_thumbnails->setFlow(QListView::TopToBottom);
    m_thumbnails->setWrapping(false);
    m_thumbnails->setMovement(QListView::Static);
    m_thumbnails->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_thumbnails->setFixedWidth(Theme::scaled(ThumbnailWidth + 44));
    m_thumbnails->setGridSize({ Theme::scaled(ThumbnailWidth + 28), Theme::scaled(ThumbnailWidth * 297 / 210 + 40) });
    m_scroll->setWidget(m_sheets);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_scroll->viewport()->installEventFilter(this);
    row->addWidget(m_thumbnails);
    row->addWidget(m_scroll, 1);
    connect(m_sheets, &PaperSheets::figureChosen, this, &PaperView::figureChosen);
    connect(m_sheets, &PaperSheets::lookAt, this,
        [this](const QRect& place) { m_scroll->ensureVisible(place.center().x(), place.center().y(), 80, 80); });
    connect(m_thumbnails, &QListWidget::itemClicked, this,
        [this] { m_scroll->verticalScrollBar()->setValue(m_sheets->pageRect(m_thumbnails->currentRow()).top()); });
    connect(m_thumbnails, &QListWidget::itemActivated, this,
        [this] { m_scroll->verticalScrollBar()->setValue(m_sheets->pageRect(m_thumbnails->currentRow()).top()); });
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &PaperView::markPage);
}

void PaperView::setPaper(const papers::ComposedPaper& paper)
{
    const int before = m_scroll->verticalScrollBar()->value();
    m_sheets->setPaper(paper);
    fit();
    drawThumbnails();
    m_scroll->verticalScrollBar()->setValue(before);
    markPage();
}

void PaperView::setZoom(int percent)
{
    m_zoom = std::clamp(percent, 50, 300);
    fit();
}

void PaperView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_thumbnails->setVisible(width() > Theme::scaled(560));
    fit();
}

bool PaperView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fit();
    if (event->type() == QEvent::Wheel && static_cast<QWheelEvent*>(event)->modifiers() & Qt::ControlModifier) {
        setZoom(m_zoom + (static_cast<QWheelEvent*>(event)->angleDelta().y() > 0 ? 10 : -10));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PaperView::fit()
{
    if (m_sheets->paper().pageCount() == 0)
        return;
    const qreal inches = m_sheets->paper().setup().widthMm / 25.4;
    const qreal dpi = std::max(20.0, (m_scroll->viewport()->width() - 4) / inches * m_zoom / 100);
    if (!qFuzzyCompare(dpi, m_sheets->dpi()) || m_sheets->size() != m_sheets->sizeHint())
        m_sheets->setDpi(dpi);
}

void PaperView::drawThumbnails()
{
    const papers::ComposedPaper& paper = m_sheets->paper();
    const int current = std::max(0, m_thumbnails->currentRow());
    m_thumbnails->clear();
    const qreal ratio = devicePixelRatioF();
    const qreal dpi = Theme::scaled(ThumbnailWidth) / (paper.setup().widthMm / 25.4);
    for (int page = 0; page < paper.pageCount(); ++page) {
        QPixmap picture((paper.pageSize(dpi) * ratio).toSize());
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        paper.drawPage(painter, page, dpi);
        painter.setPen(Theme::colours().line);
        painter.drawRect(QRectF(QPointF(0, 0), paper.pageSize(dpi)).adjusted(0, 0, -1, -1));
        painter.end();
        auto* item = new QListWidgetItem(QIcon(picture), QString::number(page + 1), m_thumbnails);
        item->setData(Qt::AccessibleTextRole, tr("Page %1").arg(page + 1));
    }
    m_thumbnails->setCurrentRow(std::min(current, m_thumbnails->count() - 1));
}

void PaperView::markPage()
{
    const int middle = m_scroll->verticalScrollBar()->value() + m_scroll->viewport()->height() / 2;
    for (int page = 0; page < m_sheets->paper().pageCount(); ++page) {
        if (m_sheets->pageRect(page).bottom() >= middle) {
            m_thumbnails->setCurrentRow(page);
            return;
        }
    }
}

} // namespace maiam
