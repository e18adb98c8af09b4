// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program: what is left to do after an erasure stands in one list only, and is not lost unawares.
#include "erasure_program_journey.h"

#include "ui/widgets/message_bar.h"

#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestErasureRestJourney : public test::ErasureProgramJourney
{
    Q_OBJECT

    /// The only place that is left.
    [[nodiscard]] QPushButton* link() const
    {
        return page<ErasurePage>()->findChild<QWidget*>(u"doubts"_s)->findChild<QPushButton*>();
    }

private Q_SLOTS:
    void init() { makeOffice(u"Có em Tằng Mỹ Ánh, lớp 3A"_s); }
    void cleanup() { end(); }

    void theListOfWhatIsLeftDoesNotGoWithItsOwnLinkUnawares()
    {
        prepareErasure();
        Questions::setNextAnswer(Answer::Accept);
        page<ErasurePage>()->erase();
        QTRY_VERIFY_WITH_TIMEOUT(!page<ErasurePage>()->outcome().isEmpty(), UnlockWithinMs);
        QVERIFY(link());
        link()->click();
        QVERIFY(page<ErasurePage>());
        const auto* bar = page<ErasurePage>()->message();
        QVERIFY2(bar->text().contains(u"cannot be made again"_s), qPrintable(bar->text()));
        bar->findChild<QPushButton*>(u"messageAction"_s)->click();
        QVERIFY(!page<ErasurePage>());
        QVERIFY(window()->door() == Door::Activities);
    }
};

QTEST_MAIN(TestErasureRestJourney)
#include "tst_erasure_rest_journey.moc"
