// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/kinds.h"
#include "tests/ui/support/office_register.h"
#include "tests/ui/support/says.h"
#include "ui/backup/backup_page.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace maiam::test {

/// An office's register, what watches over its backups, and what the tests of their pages do with both.
struct BackupOffice
{
    std::unique_ptr<OfficeRegister> m_office;
    std::unique_ptr<BackupWatch> m_watch;

    void writeChild(const QString& name)
    {
        Record child = m_office->reg->newRecord(kinds::Child);
        child.set(ChildFields::Name, name);
        m_office->store(child);
    }
    bool makeOne()
    {
        QSignalSpy made(m_watch.get(), &BackupWatch::made);
        QSignalSpy changed(m_watch.get(), &BackupWatch::changed); // it looks by itself what there is now
        m_watch->make(BackupReason::ByHand);
        return made.wait(30000) && (!changed.isEmpty() || changed.wait(10000));
    }
    bool readAgain()
    {
        QSignalSpy changed(m_watch.get(), &BackupWatch::changed);
        m_watch->refresh();
        return changed.wait(10000);
    }

    /// Where the folder of backups belongs stands a file, so that none can be made.
    [[nodiscard]] QString blocked() const { return QDir(m_office->reg->folder()).filePath(QStringLiteral("backups")); }
    void block() const
    {
        QFile file(blocked());
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    static QPushButton* buttonOf(const BackupPage& page, const QString& text)
    {
        for (QPushButton* button : page.findChildren<QPushButton*>())
            if (button->text().remove(QLatin1Char('&')) == text)
                return button;
        qFatal("no button %s", qPrintable(text));
    }
};

} // namespace maiam::test
