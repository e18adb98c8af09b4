// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "program_journey.h"

#include "models/records/kinds.h"
#include "ui/cases/field_editor.h"
#include "ui/children/child_page.h"
#include "ui/children/children_page.h"
#include "ui/erasure/erasure_page.h"

namespace maiam::test {

/// The whole program, with an officer, a leader and a child whose case is closed.
class ErasureProgramJourney : public ProgramJourney
{
protected:
    /// @p sessionNote: of a session that is held too, where it is not empty.
    void makeOffice(const QString& sessionNote = {})
    {
        makeRegister();
        addPerson(QStringLiteral("Nguyễn Văn Hùng"), Role::Leader);
        auto reg = Register::open(m_folder, LanWords, std::make_shared<SystemClock>(), limits());
        QVERIFY(reg);
        const UtcMs now = SystemClock().now();
        Record child = (*reg)->newRecord(kinds::Child);
        child.set(ChildFields::Name, QStringLiteral("Tằng Mỹ Ánh"));
        Record file = (*reg)->newRecord(kinds::Case);
        file.set(CaseFields::Child, child.id());
        file.set(CaseFields::Received, std::optional<qint64>(now - 3600'000));
        file.set(CaseFields::Closed, std::optional<qint64>(now));
        m_child = child.id();
        Batch batch;
        batch.add(child);
        batch.add(file);
        if (!sessionNote.isEmpty()) {
            Record session = (*reg)->newRecord(kinds::Session);
            session.set(SessionFields::Starts, std::optional<qint64>(now - 7200'000));
            session.set(SessionFields::Note, sessionNote);
            batch.add(session);
        }
        QVERIFY((*reg)->commit(batch).result());
    }
    /// The officer has filled in the page that erases the child, both passphrases too.
    void prepareErasure()
    {
        startProgram();
        chooseUser(QStringLiteral("Lan"));
        unlock(LanWords);
        window()->openDoor(Door::Children);
        Q_EMIT page<ChildrenPage>()->childWanted(m_child);
        QVERIFY(page<ChildPage>());
        Q_EMIT page<ChildPage>()->erasureWanted(m_child);
        QTRY_VERIFY(page<ErasurePage>() && page<ErasurePage>()->plan());
        const auto* erasure = page<ErasurePage>();
        const auto editor = [erasure](const char* name) {
            return erasure->findChild<FieldEditor*>(QLatin1StringView(name))->editor();
        };
        typeText(editor("decision"), QStringLiteral("125/QĐ-UBND"));
        typeText(editor("decided"), QStringLiteral("20/11/2025"));
        auto* ground = qobject_cast<QComboBox*>(editor("ground"));
        ground->setCurrentIndex(ground->findData(QStringLiteral("retention")));
        erasure->findChild<PassphraseField*>(QStringLiteral("leaderWords"))->setText(MinhWords);
        erasure->findChild<PassphraseField*>(QStringLiteral("administratorWords"))->setText(LanWords);
    }
    template <typename P> [[nodiscard]] P* page() const { return qobject_cast<P*>(window()->currentPage()); }

    QUuid m_child;
};

} // namespace maiam::test
