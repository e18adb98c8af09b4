// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QLabel;

namespace maiam {

/// A number to ring at once, with whose it is.
struct Hotline
{
    QString number;
    QString name;
};

/// The foot of the window: hotlines on the left; what is saved, backed up and not yet sent on the right.
class Footer : public QWidget
{
    Q_OBJECT
public:
    explicit Footer(QWidget* parent = nullptr);
    void setHotlines(const QList<Hotline>& hotlines);
    void setStatus(const QString& status);
    [[nodiscard]] QString status() const;
    [[nodiscard]] QString hotlinesText() const;

private:
    QLabel* m_hotlines = nullptr;
    QLabel* m_status = nullptr;
};

} // namespace maiam
