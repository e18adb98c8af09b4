// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogues/catalogues.h"
#include "models/imports/known_children.h"
#include "models/imports/workbook_import.h"
#include "models/register/register.h"

#include <QTemporaryDir>

/// A commune's register for the tests, with a clock that stands on 24 November 2026.
struct TestRegister
{
    explicit TestRegister(maiam::OfficeRole role = maiam::OfficeRole::Commune);
    [[nodiscard]] maiam::Register& reg() const { return *m_reg; }
    /// The answer of a query with one number.
    [[nodiscard]] qint64 number(const QString& sql) const;
    /// The rows of a query, columns joined with "|".
    [[nodiscard]] QStringList rows(const QString& sql) const;

    QTemporaryDir m_folder;
    std::shared_ptr<maiam::FixedClock> m_clock;
    std::unique_ptr<maiam::Register> m_reg;
};

/// The program's own catalogues.
const maiam::Catalogues& catalogues();
/// 24 November 2026.
QDate today();
/// The sample workbook, as offices keep it (fictional people).
maiam::Workbook sample();
/// A workbook of one sheet from texts; "#12" is the number 12, "@46148" a date.
maiam::Workbook workbookOf(const QList<QStringList>& rows);
maiam::ImportPlan planOf(const maiam::Workbook& workbook);
/// The draft of a row, by its number in the sheet.
const maiam::RowDraft* draftAt(const maiam::ImportPlan& plan, int row);
/// Letters of the columns of a row's problems.
QStringList problemColumns(const maiam::ImportPlan& plan, int row);
