// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace maiam {

/// Shows how far long work is, and stops it.
class LongTaskBar : public QWidget
{
    Q_OBJECT
public:
    /// Whether somebody loses something when it is stopped, or a page only reads what it shows.
    enum class Kind { Work, Reading };

    explicit LongTaskBar(QWidget* parent = nullptr);
    /// Begins to show work; until progress is known the bar moves without an end.
    void start(const QString& what, Kind kind = Kind::Work);
    /// \a done of \a total; a \a total of 0 means unknown.
    void setProgress(int done, int total);
    /// From here on nothing stops it: no stop is offered, and \a why is shown.
    void setUnstoppable(const QString& why);
    /// Hides the bar.
    void finish();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// The kind that start() was told.
    [[nodiscard]] Kind kind() const { return m_kind; }
    /// What start() was told.
    [[nodiscard]] QString what() const { return m_task; }

Q_SIGNALS:
    /// A person wants the work stopped. The caller stops it and then calls finish().
    void stopRequested();

private:
    QString m_task;
    QLabel* m_what = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_stop = nullptr;
    bool m_running = false;
    Kind m_kind = Kind::Work;
};

} // namespace maiam
