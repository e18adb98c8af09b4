// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSqlResult>
#include <QVariant>

struct sqlite3_stmt;

namespace maiam {

class SqlCipherDriver;

/// The rows of one statement for QSqlQuery and Qt's models. Forward only: one row is held; else those fetched so far.
class SqlCipherResult final : public QSqlResult
{
public:
    explicit SqlCipherResult(const SqlCipherDriver* driver);
    ~SqlCipherResult() override;
    Q_DISABLE_COPY_MOVE(SqlCipherResult)
    [[nodiscard]] QVariant handle() const override;

protected:
    bool reset(const QString& sql) override;
    bool prepare(const QString& sql) override;
    bool exec() override;
    QVariant data(int column) override;
    bool isNull(int column) override;
    bool fetch(int row) override;
    bool fetchNext() override;
    bool fetchFirst() override;
    bool fetchLast() override;
    int size() override;
    int numRowsAffected() override;
    [[nodiscard]] QVariant lastInsertId() const override;
    [[nodiscard]] QSqlRecord record() const override;
    void detachFromResultSet() override;

private:
    friend class SqlCipherDriver;
    void finalise();
    bool bindAll();
    bool stepOnce();
    bool failWith(const QString& what, int code, int type);

    const SqlCipherDriver* m_driver;
    sqlite3_stmt* m_statement = nullptr;
    QList<QVariant> m_rows; // row after row; forward only: one row
    int m_columns = 0;
    int m_fetched = 0; // rows stepped over so far
    int m_affected = -1;
    QVariant m_lastId;
    bool m_rowWaits = false; // the engine stands on a row that has not been taken
    bool m_ended = true;
};

} // namespace maiam
