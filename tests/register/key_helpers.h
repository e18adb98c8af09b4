// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/kinds.h"
#include "models/register/key_change.h"
#include "models/register/people.h"
#include "models/register/register.h"
#include "tests/support/wanted_register.h"

#include <QDir>
#include <QTemporaryDir>

#include <memory>

namespace maiam::test {

inline const QString MinhWords = QStringLiteral("bon mua la rung hoa no");

/// A register in a folder of its own with Lan, who made it, and keys that cost next to nothing.
class KeyedRegister
{
public:
    KeyedRegister()
        : folder(m_home.filePath(QStringLiteral("Sổ trẻ em/Đông Hà")))
    {
        NewRegister wanted = test::wantedRegister(folder);
        auto made = Register::create(wanted);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        reg = std::move(made->reg);
        paper = std::move(made->recovery);
        lan = reg->user();
    }

    /// Opens as whoever this passphrase belongs to, and holds the register.
    Result<void> open(const QString& words)
    {
        reg.reset();
        auto opened = Register::open(folder, words, std::make_shared<SystemClock>(), KdfLimits::forTests());
        if (!opened)
            return fail(opened);
        reg = std::move(*opened);
        return {};
    }
    [[nodiscard]] bool opens(const QString& words) { return open(words).has_value(); }
    /// Closes, changes the key and opens again as the same user.
    Result<void> changeKey(const KeyChange& wanted, const KeyChanger::Fault& fault = {})
    {
        const QUuid user = reg->user();
        auto closed = Register::close(std::move(reg), wanted);
        if (!closed)
            return fail(closed);
        auto changed = KeyChanger::change(std::move(*closed), wanted, fault);
        if (!changed)
            return fail(changed);
        auto opened = Register::open(std::move(*changed), user);
        if (!opened)
            return fail(opened);
        reg = std::move(*opened);
        return {};
    }
    Result<QUuid> add(const QString& name, Roles roles, const QString& words)
    {
        return people::add(*reg, { name, {}, roles }, words);
    }
    /// Stores a child, so that there is something to lose.
    QUuid child(const QString& name)
    {
        Record record = reg->newRecord(kinds::Child);
        record.set(ChildFields::Name, name);
        Batch batch;
        batch.add(record);
        return reg->commit(std::move(batch)).result() ? record.id() : QUuid();
    }
    [[nodiscard]] QString nameOf(QUuid child)
    {
        auto record = reg->record(kinds::Child, child);
        return record ? record->text(ChildFields::Name) : record.error().message;
    }
    [[nodiscard]] QString file(const char* name) const { return QDir(folder).filePath(QLatin1String(name)); }
    [[nodiscard]] QStringList files() const { return QDir(folder).entryList(QDir::Files, QDir::Name); }

private:
    QTemporaryDir m_home;

public:
    QString folder;
    std::unique_ptr<Register> reg;
    std::optional<RecoveryKey> paper;
    QUuid lan;
};

} // namespace maiam::test
