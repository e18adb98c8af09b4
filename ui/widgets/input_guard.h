// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QInputMethodEvent;
class QWidget;

namespace maiam {

/// Keeps the word that a Vietnamese keyboard is still composing, so that it is not lost when the focus leaves, a page
/// changes, something is saved or printed, or the register locks itself.
class InputGuard : public QObject
{
    Q_OBJECT
public:
    /// Installs the one guard of this application; later calls do nothing.
    static void install();
    /// See commitPendingInput().
    void commit();
    [[nodiscard]] static InputGuard* instance();
    /// The word that is being composed in this widget at the moment; empty when none is.
    [[nodiscard]] QString composedIn(const QWidget* widget) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit InputGuard(QObject* parent);
    void watch(QObject* watched, const QInputMethodEvent& event);
    QPointer<QObject> m_object;
    QString m_preedit;
    bool m_committed = false;
};

/// Makes the word that is being composed part of its field. Called first in every save, close, page change, print and
/// lock.
void commitPendingInput();

} // namespace maiam
