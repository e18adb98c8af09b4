// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/page.h"

#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

class TestPageSizes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// A side column whose text just fits without a bar and not with one made the program end at 150 %.
    void theSideColumnStandsStillAtEveryHeight()
    {
        Page page;
        page.setBody(new QWidget, false);
        QList<Card*> cards;
        for (int i = 0; i < 3; ++i) {
            cards.append(new Card(u"Số liệu đến từ đâu?"_s));
            for (int line = 0; line < 3; ++line)
                cards.last()->body()->addWidget(
                    makeWrappedLabel(u"Bấm vào một số trong báo cáo để xem các hồ sơ tạo nên số đó."_s,
                        TextStyle::Secondary, cards.last()));
            page.addSide(cards.last());
        }
        page.resize(1000, 300);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const QScrollArea* side = nullptr;
        for (QWidget* up = cards.first(); up && !side; up = up->parentWidget())
            side = qobject_cast<QScrollArea*>(up);
        QVERIFY(side);
        bool shown = false;
        bool hidden = false;
        for (int height = 300; height < 800; ++height) {
            page.resize(1000, height);
            QCoreApplication::processEvents();
            const QRect last(cards.last()->mapTo(side->widget(), QPoint()), cards.last()->size());
            QVERIFY(last.bottom() <= side->widget()->height());
            const bool bar = side->verticalScrollBar()->isVisible();
            shown = shown || bar;
            hidden = hidden || !bar;
            QVERIFY2(bar || last.bottom() <= side->viewport()->height(), qPrintable(QString::number(height)));
        }
        QVERIFY(shown && hidden);
    }

    void aFieldIsInSightWithItsLabelHintAndErrorWhenSomebodyComesToIt()
    {
        Page page;
        QList<LabelledField*> fields;
        for (int i = 0; i < 8; ++i) {
            auto* area = new QPlainTextEdit;
            area->setFixedHeight(70);
            fields.append(new LabelledField(u"Công văn, yêu cầu chưa trả lời"_s, area));
            fields.last()->setHint(u"Mỗi dòng một việc: của ai, số và ngày, hạn trả lời."_s);
            page.column()->addWidget(fields.last());
        }
        page.resize(600, 420);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const QScrollArea* around = nullptr;
        for (QWidget* up = fields.first(); up && !around; up = up->parentWidget())
            around = qobject_cast<QScrollArea*>(up);
        QVERIFY(around);
        const auto inSight = [view = around->viewport()](const QWidget* field) {
            return view->rect().contains(QRect(field->mapTo(view, QPoint()), field->size()));
        };
        const auto comeTo = [&](int i) {
            fields.at(i)->editor()->setFocus();
            return QTest::qWaitFor([&] { return inSight(fields.at(i)); }, 2000);
        };
        for (int i = 0; i < int(fields.size()); ++i)
            QVERIFY2(comeTo(i), qPrintable(QString::number(i)));
        for (int i = int(fields.size()) - 1; i >= 0; --i)
            QVERIFY2(comeTo(i), qPrintable(QString::number(i)));
        LabelledField* last = fields.last();
        last->setHint({});
        QVERIFY(comeTo(int(fields.size()) - 1));
        last->setError(u"Chưa ghi gì. Hãy ghi từng công văn, mỗi dòng một việc. "_s.repeated(3));
        QTRY_VERIFY(inSight(last)); // the keyboard stood there all the time
    }
};

QTEST_MAIN(TestPageSizes)
#include "tst_page_sizes.moc"
