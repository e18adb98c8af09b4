// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace maiam {

/// Covers the window when the program cannot go on: what is wrong, why, what now, and a button that ends it.
class RefusalPage : public QWidget
{
    Q_OBJECT
public:
    explicit RefusalPage(const QString& sentence, QWidget* parent = nullptr);

Q_SIGNALS:
    void quitWanted();
};

} // namespace maiam
