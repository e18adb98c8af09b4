-- Step 1: what stands beside the tables of the records (those are made from their declarations in models/records).
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

-- The journal. folded_seq and folded_hash: how far a device's chain is connected; forked_seq: from where it has two branches.
CREATE TABLE journal_device (
    id INTEGER PRIMARY KEY,
    device BLOB NOT NULL UNIQUE,
    office BLOB,
    key BLOB,
    folded_seq INTEGER NOT NULL DEFAULT 0,
    folded_hash BLOB,
    forked_seq INTEGER
);
CREATE TABLE journal_entry (
    id INTEGER PRIMARY KEY,
    device INTEGER NOT NULL REFERENCES journal_device(id),
    seq INTEGER NOT NULL,
    record BLOB NOT NULL,
    state INTEGER NOT NULL,
    hash BLOB NOT NULL,
    signature BLOB NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX journal_entry_chain ON journal_entry(device, seq, record);
CREATE INDEX journal_entry_record ON journal_entry(record);
CREATE INDEX journal_entry_unfolded ON journal_entry(state, record) WHERE state <> 0;
CREATE TABLE identity_part (
    entry INTEGER NOT NULL REFERENCES journal_entry(id),
    identity INTEGER NOT NULL,
    salt BLOB NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (entry, identity)
) WITHOUT ROWID;

-- Local tables outside the fold.
CREATE TABLE draft (
    form TEXT NOT NULL,
    record BLOB NOT NULL,
    user BLOB NOT NULL,
    saved INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (form, record, user)
) WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE trusted_office (
    office BLOB PRIMARY KEY,
    unit TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    seal_key BLOB NOT NULL,
    sign_key BLOB NOT NULL,
    generation INTEGER NOT NULL,
    card TEXT NOT NULL,
    trusted_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE package_log (
    id INTEGER PRIMARY KEY,
    outgoing INTEGER NOT NULL,
    office BLOB NOT NULL,
    device BLOB NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    file TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX package_log_office ON package_log(office, outgoing, device);
-- What the other side said that it holds of our devices.
CREATE TABLE receipt (
    office BLOB NOT NULL,
    device BLOB NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (office, device)
) WITHOUT ROWID;
