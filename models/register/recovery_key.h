// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/sqlcipher/secret_key.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <utility>

namespace maiam {

/// The recovery key on paper (khóa khôi phục): 160 random bits for a sealed envelope. Written in Crockford's base32 as
/// eight groups of four symbols and a check symbol, which also depends on the group's place.
class RecoveryKey
{
public:
    static constexpr int Groups = 8;
    static constexpr std::size_t Bytes = 20;

    [[nodiscard]] static RecoveryKey random();
    /// Reads what a person typed or a camera read: either case, any spaces and dashes, O for 0, I and L for 1.
    /// InvalidInput names the first group (from 1) that is mistyped, or how many symbols are missing.
    [[nodiscard]] static Result<RecoveryKey> parse(QStringView typed);

    /// Whether what was typed for group `number` (1 to 8) can be right: its check symbol fits its place. So a slip is
    /// named before the whole key is typed.
    [[nodiscard]] static bool checkGroup(int number, QStringView typed);

    /// "XXXXC-XXXXC-…", for paper and QR code. The caller keeps it no longer than it must.
    [[nodiscard]] QString text() const;
    /// The eight groups of text().
    [[nodiscard]] QStringList groups() const;
    /// Whether this was typed for group `number` (1 to 8), read as forgivingly as parse() reads.
    [[nodiscard]] bool isGroup(int number, QStringView typed) const;
    /// Whether this was typed for the group that is written so, read as forgivingly as parse() reads.
    [[nodiscard]] static bool sameGroup(QStringView typed, QStringView group);
    /// The key that wraps the register key in a slot with this salt. No stretching: 160 bits cannot be guessed.
    [[nodiscard]] SecretKey slotKey(QByteArrayView salt) const;

    /// Two shares (hai phần ký gửi), each random by itself: one alone says nothing of this key. Printed like it.
    [[nodiscard]] std::pair<RecoveryKey, RecoveryKey> split() const;
    /// What two shares came from, in either order. (Any two keys give one; a slot tells whether it is right.)
    [[nodiscard]] static RecoveryKey combined(const RecoveryKey& one, const RecoveryKey& other);

private:
    explicit RecoveryKey(SecretKey bits);
    SecretKey m_bits;
};

} // namespace maiam
