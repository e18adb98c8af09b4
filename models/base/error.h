// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace maiam {

/// What kind of thing went wrong. Callers branch on the code; people read Error::message.
enum class ErrorCode {
    Internal, ///< a broken promise of the program itself
    InvalidInput, ///< what a person typed or a file held cannot be used
    NotFound, ///< the thing that was asked for is not there
    AlreadyExists, ///< something stands where the new thing would go
    WrongPassphrase, ///< no slot opened with this passphrase or key
    OutOfMemory, ///< the key derivation could not get its memory
    KeysMissing, ///< register.keys is not there
    KeysDamaged, ///< register.keys cannot be read
    NotEncrypted, ///< a file that should be encrypted is plain, or the engine has no codec
    Damaged, ///< a page, entry or signature does not verify
    NewerVersion, ///< written by a newer program than this one
    DiskFull, ///< no room on the disk
    ReadOnly, ///< folder or file cannot be written
    Busy, ///< another program holds the file
    Io, ///< reading or writing failed for another reason
    NotAWorkbook, ///< the file is no workbook that can be read
    NotForUs, ///< a package sealed to somebody else
    UnknownSender, ///< a package or card of an office that is not trusted
    BadSignature, ///< the content does not match its signature
    Truncated, ///< the file ends too early
    NotAllowed, ///< the writer may not write this (law 7), or the role may not do it
    Restricted, ///< access to the file is restricted, and no reason to open it was given
    Conflict, ///< changed by somebody else in the meantime
    Cancelled, ///< the person stopped it
    Usage, ///< wrong command line
};

/// An error as a value: a code for the program, a sentence for the person, a detail for the log.
/// The sentence says what is wrong, why, and what to do now. The detail never holds a value from a record.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString detail;
};

} // namespace maiam
