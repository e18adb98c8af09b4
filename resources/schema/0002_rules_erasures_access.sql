-- Step 2: rules of chains, erasures, and who looked.

-- Held entries of the kinds that say how chains are read and what is erased, so that they are found without reading all.
CREATE TABLE journal_rule (entry INTEGER PRIMARY KEY REFERENCES journal_entry(id));

-- Erasures that hold here. A part that comes later than its erasure is dropped.
CREATE TABLE erased_part (
    hash BLOB NOT NULL,
    identity INTEGER NOT NULL,
    office BLOB NOT NULL,
    PRIMARY KEY (hash, identity, office)
) WITHOUT ROWID;
-- Erasures of other offices that this one confirmed, by the hash of their entry.
CREATE TABLE erasure_in_force (
    hash BLOB PRIMARY KEY,
    at INTEGER NOT NULL,
    leader BLOB,
    administrator BLOB
) WITHOUT ROWID;

-- The chain of looking (journal.md, law 8): signed by the device, never names. record is null for what concerns none.
CREATE TABLE access_entry (
    id INTEGER PRIMARY KEY,
    device BLOB NOT NULL,
    seq INTEGER NOT NULL,
    time INTEGER NOT NULL,
    user BLOB NOT NULL,
    act INTEGER NOT NULL,
    kind TEXT,
    record BLOB,
    count INTEGER NOT NULL DEFAULT 1,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    signature BLOB,
    UNIQUE (device, seq)
);
CREATE INDEX access_entry_time ON access_entry(time);
CREATE INDEX access_entry_record ON access_entry(record, time);

-- Entries of our devices that another office named and that were not here then: this register was set back, or written
-- twice (law 9).
CREATE TABLE held_elsewhere (
    office BLOB NOT NULL,
    device BLOB NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (office, device, seq, hash)
) WITHOUT ROWID;
-- Stretches of our devices, held here, that another office puts aside: another history counts there (law 9).
CREATE TABLE put_aside_elsewhere (
    office BLOB NOT NULL,
    device BLOB NOT NULL,
    first_seq INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (office, device, seq, hash)
) WITHOUT ROWID;
-- When another office sealed what it said last of what it holds: what it said earlier does not take that back.
CREATE TABLE receipt_time (
    office BLOB PRIMARY KEY,
    sealed INTEGER NOT NULL
) WITHOUT ROWID;
-- How far other offices' chains of looking went, as their packages said; told: the end that was complained about.
CREATE TABLE access_head (
    office BLOB NOT NULL,
    device BLOB NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    sealed INTEGER NOT NULL,
    told BLOB,
    PRIMARY KEY (office, device)
) WITHOUT ROWID;
