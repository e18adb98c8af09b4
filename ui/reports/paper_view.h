// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/papers/composed_paper.h"

#include <QWidget>

class QListWidget;
class QScrollArea;

namespace maiam {

/// The pages of a paper one below the other, drawn by the paper itself. Its numbers are links: a click, or the arrow
/// keys and Enter, chooses one.
class PaperSheets : public QWidget
{
    Q_OBJECT
public:
    explicit PaperSheets(QWidget* parent = nullptr);

    void setPaper(const papers::ComposedPaper& paper);
    [[nodiscard]] const papers::ComposedPaper& paper() const { return m_paper; }
    /// Pixels of a point of paper, in dots per inch.
    void setDpi(qreal dpi);
    [[nodiscard]] qreal dpi() const { return m_dpi; }
    /// The place of a page in this widget.
    [[nodiscard]] QRect pageRect(int page) const;
    void setChosenFigure(const QString& figure);
    [[nodiscard]] QString chosenFigure() const { return m_chosen; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// A person wants to know where a number comes from.
    void figureChosen(const QString& figure);
    /// The number that the arrow keys are at should be in sight.
    void lookAt(const QRect& place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Place
    {
        QString figure;
        QRect rect;
    };
    [[nodiscard]] QString figureAt(const QPoint& position) const;
    [[nodiscard]] QList<Place> places() const;
    void step(int by);

    papers::ComposedPaper m_paper;
    qreal m_dpi = 96;
    QString m_chosen;
    int m_at = -1; ///< which number the keys are at
};

/// A paper to be looked through: small pages on the left, the pages in the middle, as wide as there is room or
/// enlarged.
class PaperView : public QWidget
{
    Q_OBJECT
public:
    explicit PaperView(QWidget* parent = nullptr);

    void setPaper(const papers::ComposedPaper& paper);
    void setChosenFigure(const QString& figure) { m_sheets->setChosenFigure(figure); }
    /// Percent of the width that there is, 50–300; 100 shows the whole width.
    void setZoom(int percent);
    [[nodiscard]] int zoom() const { return m_zoom; }
    [[nodiscard]] PaperSheets* sheets() const { return m_sheets; }

Q_SIGNALS:
    void figureChosen(const QString& figure);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
    void drawThumbnails();
    void markPage();

    PaperSheets* m_sheets = nullptr;
    QScrollArea* m_scroll = nullptr;
    QListWidget* m_thumbnails = nullptr;
    int m_zoom = 100;
};

} // namespace maiam
