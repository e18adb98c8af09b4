// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/statutory_clock.h"
#include "models/catalogues/catalogues.h"
#include "models/register/register.h"
#include "ui/shell/work_context.h"

#include <QObject>

#include <memory>
#include <optional>

namespace maiam {

struct KeyChange;
class LockScreen;
class MainWindow;
class WorkPages;

/// The program with a window: first start, lock, work. Owns what lives as long as the program and as an open register.
class Desktop : public QObject
{
    Q_OBJECT
public:
    Desktop();
    ~Desktop() override;

    /// Shows the window and runs until it is closed. Arguments: --demo, --register DIR. Returns the exit status.
    int run(const QStringList& arguments);

    /// Where the register of this PC stands when no other is named.
    [[nodiscard]] static QString defaultFolder();

private:
    bool prepare();
    void begin(const QString& folder, bool demo);
    void showFirstStart();
    void showLock(const QString& message = {});
    void unlock(const QUuid& user, const QString& passphrase);
    void openDemo();
    void work(std::unique_ptr<Register> reg);
    void lock();
    void showRecovery();
    void changeKey(std::shared_ptr<KeyChange> change);

    QString m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::optional<Catalogues> m_catalogues;
    std::optional<StatutoryClock> m_clock;
    std::unique_ptr<Register> m_register;
    std::unique_ptr<WorkContext> m_context;
    std::unique_ptr<WorkPages> m_pages;
    LockScreen* m_lock = nullptr;
};

} // namespace maiam
