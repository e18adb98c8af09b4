// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cases/case_work.h"
#include "models/drafts/draft.h"
#include "models/records/kinds.h"
#include "tests/ui/support/office_register.h"
#include "ui/cases/field_editor.h"
#include "ui/widgets/message_bar.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>

namespace maiam::test {

inline const QString MinhWords = QStringLiteral("bon mua la rung hoa no");

/// The choice of a field, by its code.
inline QComboBox* choiceOf(QWidget& page, const QString& field)
{
    return qobject_cast<QComboBox*>(page.findChild<FieldEditor*>(field)->editor());
}

/// Forms that are typed into and left, on a register with one case that has just been taken.
class DraftJourney : public QObject
{
protected:
    void takeTheReport()
    {
        m_office = std::make_unique<OfficeRegister>();
        Record report = m_office->reg->newRecord(kinds::Case);
        report.set(CaseFields::Received, std::optional<qint64>(m_office->clock->now()));
        report.set(CaseFields::Summary, QStringLiteral("Hàng xóm nghe trẻ khóc"));
        Record child = m_office->reg->newRecord(kinds::Child);
        child.set(ChildFields::Name, QStringLiteral("Tằng Mỹ Ánh"));
        auto batch = CaseWork::takeReport(
            report, child, QStringLiteral("BL-2026-0001"), QStringLiteral("BL-T-0001"), m_office->clock->now());
        QVERIFY(batch);
        QVERIFY(m_office->reg->commit(*batch).result());
        m_case = report.id();
        m_child = child.id();
    }
    /// Closes and opens the register, as after a lock or a crash.
    void reopen(const QString& words = LanWords) { m_office->reopen(words); }
    size_t drafts()
    {
        return m_office->reg
            ->read([user = m_office->reg->user()](
                       Database& database) { return drafts::all(database, user).value().size(); })
            .result();
    }
    /// Everything that stands in the user's drafts.
    QString kept()
    {
        const auto read = [user = m_office->reg->user()](Database& database) {
            QStringList texts;
            const auto found = drafts::all(database, user).value();
            for (const Draft& draft : found)
                texts += draft.fields.values();
            return texts.join(u'\n');
        };
        return m_office->reg->read(read).result();
    }
    /// A draft of the user who has the register open, as another form would leave it.
    void leave(const DraftKey& key)
    {
        const auto keep = [key, user = m_office->reg->user()](Database& database) {
            return drafts::keep(
                database, { key, 1, { { QStringLiteral("note"), QStringLiteral("viết dở") } }, {} }, user);
        };
        QVERIFY(m_office->reg->writeLocal(keep).result());
    }
    void closeTheCase()
    {
        auto file = m_office->reg->record(kinds::Case, m_case);
        QVERIFY(file);
        file->set(CaseFields::Closed, std::optional<qint64>(m_office->clock->now()));
        m_office->store(*file);
    }
    /// The offer below a widget, when it is shown.
    static MessageBar* offer(QWidget* below)
    {
        for (MessageBar* bar : below->findChildren<MessageBar*>(QStringLiteral("draftOffer")))
            if (bar->isVisibleTo(below))
                return bar;
        return nullptr;
    }
    static void take(MessageBar* bar) { bar->findChild<QPushButton*>(QStringLiteral("messageAction"))->click(); }
    static void refuse(MessageBar* bar) { bar->findChild<QPushButton*>(QStringLiteral("messageOther"))->click(); }

    std::unique_ptr<OfficeRegister> m_office;
    QUuid m_case;
    QUuid m_child;
};

} // namespace maiam::test
