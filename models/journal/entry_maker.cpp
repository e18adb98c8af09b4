// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/entry_maker.h"

#include <QCoreApplication>

#include <sodium.h>

#include <algorithm>
#include <system_error>

namespace maiam {

namespace {
constexpr std::size_t PieceSize = 128;
/// Below this a thread costs more than it saves.
constexpr std::size_t FewestToMakeAhead = 16;

QByteArray randomSalt()
{
    QByteArray salt(32, Qt::Uninitialized);
    randombytes_buf(salt.data(), 32);
    return salt;
}
} // namespace

EntryMaker::EntryMaker(const SigningDevice& signer, const Batch& batch, UtcMs now, qint64 seq, EntryHash previous)
    : m_signer(signer)
    , m_batch(batch)
    , m_now(now)
    , m_seq(seq)
    , m_previous(std::move(previous))
{
}

EntryMaker::~EntryMaker()
{
    if (m_ahead.valid())
        m_ahead.wait();
}

Result<std::vector<MadeEntry>> EntryMaker::next()
{
    Piece piece = m_ahead.valid() ? m_ahead.get() : makePiece();
    if (piece && m_batch.changes.size() - m_at >= FewestToMakeAhead) {
        try {
            m_ahead = std::async(std::launch::async, [this] { return makePiece(); });
        } catch (const std::system_error&) {
            // No thread to be had: the next call makes the piece itself.
        }
    }
    return piece;
}

EntryMaker::Piece EntryMaker::makePiece()
{
    std::vector<MadeEntry> made;
    const std::size_t end = std::min(m_at + PieceSize, m_batch.changes.size());
    made.reserve(end - m_at);
    for (; m_at < end; ++m_at) {
        auto one = make(m_batch.changes[m_at]);
        if (!one)
            return fail(one);
        m_seq = one->entry.body.seq;
        m_previous = one->entry.hash;
        made.push_back(std::move(*one));
    }
    return made;
}

Result<MadeEntry> EntryMaker::make(const Change& change)
{
    MadeEntry made;
    Entry& entry = made.entry;
    EntryBody& body = entry.body;
    body.device = m_signer.id;
    body.seq = m_seq + 1;
    body.batch = m_batch.id;
    body.time = m_now;
    body.actor = m_batch.actor;
    body.reason = m_batch.reason;
    body.kind = QByteArray(change.kind->name);
    body.formVersion = change.kind->version;
    body.record = change.record;
    body.after = change.after;
    std::sort(body.after.begin(), body.after.end());
    body.previous = m_previous;

    std::map<IdentityClass, Values> classes;
    for (const auto& [name, value] : change.values) {
        const Field* field = change.kind->field(name);
        if (!field)
            return fail(ErrorCode::Internal,
                QCoreApplication::translate(
                    "Journal", "The form holds a field that this kind of record does not have."),
                QString::fromLatin1(name));
        if (field->identity == IdentityClass::Open)
            body.open.emplace(QByteArray(field->name), value);
        else
            classes[field->identity].emplace(QByteArray(field->name), value);
    }
    if (change.deletes)
        body.open.emplace(QByteArray(DeletedField), qint64(1));
    for (const auto& [identity, values] : classes) {
        IdentityPart part { identity, randomSalt(), entryCodec::encodeValues(values) };
        body.commitments.emplace(identity, entryCodec::commitment(identity, part.salt, part.bytes));
        entry.parts.push_back(std::move(part));
    }
    entry.encoded = entryCodec::encodeBody(body);
    entry.hash = entryCodec::hashBody(entry.encoded);
    entry.signature.resize(crypto_sign_BYTES);
    crypto_sign_detached(reinterpret_cast<uchar*>(entry.signature.data()), nullptr,
        reinterpret_cast<const uchar*>(entry.hash.constData()), std::size_t(entry.hash.size()),
        m_signer.secretKey.data());
    auto values = Journal::valuesOf(entry);
    if (!values)
        return fail(values);
    made.values = std::move(*values);
    return made;
}

} // namespace maiam
