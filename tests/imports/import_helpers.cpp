// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_helpers.h"

#include "models/sheets/workbook_reader.h"
#include "tests/support/wanted_register.h"

using namespace maiam;

TestRegister::TestRegister(OfficeRole role)
    : m_clock(std::make_shared<FixedClock>(civil::at(today(), QTime(9, 0))))
{
    NewRegister wanted = test::wantedRegister(m_folder.filePath(QStringLiteral("so")));
    wanted.unit = role == OfficeRole::Province ? QStringLiteral("22") : QStringLiteral("06838");
    wanted.role = role;
    auto made = Register::create(wanted, m_clock);
    if (!made)
        qFatal("%s %s", qPrintable(made.error().message), qPrintable(made.error().detail));
    m_reg = std::move(made->reg);
}

qint64 TestRegister::number(const QString& sql) const
{
    return rows(sql).value(0).toLongLong();
}

QStringList TestRegister::rows(const QString& sql) const
{
    return m_reg
        ->read([sql](Database& db) {
            QStringList out;
            auto found = db.query(sql);
            while (found && found->next()) {
                QStringList row;
                for (int c = 0; c < found->columnCount(); ++c)
                    row.append(found->text(c));
                out.append(row.join(u'|'));
            }
            if (!found || found->error())
                qFatal("%s", qPrintable(sql));
            return out;
        })
        .result();
}

const Catalogues& catalogues()
{
    static const Catalogues all = Catalogues::builtIn().value();
    return all;
}

QDate today()
{
    return QDate(2026, 11, 24);
}

Workbook sample()
{
    auto read = readWorkbook(QStringLiteral(MAIAM_FIXTURES "/imports/so-theo-doi-mau.xlsx"));
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

Workbook workbookOf(const QList<QStringList>& rows)
{
    Sheet sheet;
    sheet.name = QStringLiteral("Sổ");
    int number = 0;
    for (const QStringList& row : rows) {
        SheetRow out { ++number, {} };
        for (const QString& text : row) {
            Cell cell = text.isEmpty() ? Cell() : Cell::ofText(text);
            if (text.startsWith(u'#'))
                cell = Cell::ofNumber(text.mid(1).toDouble());
            if (text.startsWith(u'@')) {
                cell = Cell::ofNumber(text.mid(1).toDouble());
                cell.type = Cell::Type::DateSerial;
            }
            out.cells.append(cell);
        }
        sheet.columns = std::max(sheet.columns, int(row.size()));
        if (!row.isEmpty())
            sheet.rows.append(out);
    }
    Workbook workbook;
    workbook.sheets.append(sheet);
    return workbook;
}

ImportPlan planOf(const Workbook& workbook)
{
    return WorkbookImport::plan(workbook, catalogues(), KnownChildren(), today());
}

const RowDraft* draftAt(const ImportPlan& plan, int row)
{
    for (const RowDraft& draft : plan.rows)
        if (draft.row == row)
            return &draft;
    return nullptr;
}

QStringList problemColumns(const ImportPlan& plan, int row)
{
    QStringList letters;
    for (const ImportProblem& problem : plan.preview.problems)
        if (problem.row == row)
            letters.append(problem.column);
    return letters;
}
