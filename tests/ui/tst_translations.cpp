// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/case_texts.h"
#include "ui/shell/translator.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QDirIterator>
#include <QFileDialog>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QMenu>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;
using namespace maiam;

namespace {

struct Message
{
    QString context, source, comment;
    QStringList translations;
    bool numerus = false;
    bool unfinished = false;
    bool vanished = false;
};

QList<Message> readCatalogue(const QString& path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        const auto name = xml.name();
        if (name == "name"_L1) {
            context = xml.readElementText();
        } else if (name == "message"_L1) {
            messages.append(Message {});
            messages.last().context = context;
            messages.last().numerus = xml.attributes().value("numerus"_L1) == "yes"_L1;
        } else if (name == "source"_L1) {
            messages.last().source = xml.readElementText();
        } else if (name == "comment"_L1) {
            messages.last().comment = xml.readElementText();
        } else if (name == "translation"_L1) {
            const auto type = xml.attributes().value("type"_L1);
            messages.last().unfinished = type == "unfinished"_L1;
            messages.last().vanished = type == "vanished"_L1 || type == "obsolete"_L1;
            if (!messages.last().numerus)
                messages.last().translations.append(xml.readElementText());
        } else if (name == "numerusform"_L1) {
            messages.last().translations.append(xml.readElementText());
        }
    }
    return messages;
}

QString keyOf(const Message& m)
{
    return m.context + "|"_L1 + m.source + "|"_L1 + m.comment;
}

QStringList places(const QString& text)
{
    static const QRegularExpression place(u"%L?(\\d+|n)"_s);
    QStringList found;
    for (auto all = place.globalMatch(text); all.hasNext();)
        found.append(all.next().captured().remove(u'L'));
    found.sort();
    found.removeDuplicates();
    return found;
}

int mnemonics(const QString& text)
{
    QString plain = text;
    plain.remove(u"&&"_s);
    static const QRegularExpression mnemonic(u"&\\w"_s, QRegularExpression::UseUnicodePropertiesOption);
    return static_cast<int>(plain.count(mnemonic));
}

const QString Folder = QStringLiteral(MAIAM_SOURCE_DIR "/translations/");

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextHasItsVietnamese();
    void nothingIsLostInATranslation_data();
    void nothingIsLostInATranslation();
    void standardButtonsAreVietnamese();
    void textContextMenuIsVietnamese();
    void fileDialogIsVietnamese();
    void englishCanBeChosen();
    void datesAndNumbersAreVietnamese();
    void countsHaveTheirPoints();
};

void TestTranslations::everyTextHasItsVietnamese()
{
    const QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + "/lupdate"_L1;
    if (!QFile::exists(lupdate))
        QSKIP("lupdate is not installed");
    QTemporaryDir temp;
    const QString copy = temp.filePath(u"maiam_vi.ts"_s);
    QVERIFY(QFile::copy(Folder + "maiam_vi.ts"_L1, copy));
    QFile list(temp.filePath(u"texts.lst"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    for (const char* room : { "/app", "/ui", "/models" }) {
        QDirIterator files(QLatin1StringView(MAIAM_SOURCE_DIR) + QLatin1StringView(room), { u"*.cpp"_s, u"*.h"_s },
            QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            list.write(files.next().toUtf8() + '\n');
    }
    list.close();
    QProcess process;
    process.start(lupdate,
        { u"@"_s + list.fileName(), u"-I"_s, QStringLiteral(MAIAM_SOURCE_DIR), u"-locations"_s, u"none"_s, u"-ts"_s,
            copy });
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.exitCode(), 0);
    QStringList missing;
    const QList<Message> messages = readCatalogue(copy);
    QVERIFY(messages.size() > 50);
    for (const Message& m : messages) {
        const bool empty = m.translations.isEmpty() || m.translations.contains(QString());
        if (!m.vanished && (m.unfinished || empty))
            missing.append(m.context + ": "_L1 + m.source);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(u"%1 texts:\n"_s.arg(missing.size()) + missing.join(u'\n')));
}

void TestTranslations::nothingIsLostInATranslation_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("ours") << u"maiam_vi.ts"_s;
    QTest::newRow("plurals") << u"maiam_en.ts"_s;
    QTest::newRow("Qt's") << u"qtbase_vi.ts"_s;
}

void TestTranslations::nothingIsLostInATranslation()
{
    QFETCH(QString, file);
    QSet<QString> seen;
    for (const Message& m : readCatalogue(Folder + file)) {
        QVERIFY2(!seen.contains(keyOf(m)), qPrintable(keyOf(m)));
        seen.insert(keyOf(m));
        if (m.vanished)
            continue;
        for (const QString& translation : m.translations) {
            if (translation.isEmpty())
                continue;
            QVERIFY2(places(translation) == places(m.source), qPrintable(m.source + " → "_L1 + translation));
            QVERIFY2(mnemonics(translation) == mnemonics(m.source), qPrintable(m.source + " → "_L1 + translation));
            QVERIFY2(translation == translation.normalized(QString::NormalizationForm_C), qPrintable(translation));
        }
    }
}

void TestTranslations::standardButtonsAreVietnamese()
{
    QVERIFY(Translator::install(Language::Vietnamese));
    const QList<std::pair<QDialogButtonBox::StandardButton, QString>> wanted { { QDialogButtonBox::Cancel, u"Hủy"_s },
        { QDialogButtonBox::Save, u"Lưu"_s }, { QDialogButtonBox::Open, u"Mở"_s },
        { QDialogButtonBox::Close, u"Đóng"_s }, { QDialogButtonBox::Yes, u"Có"_s },
        { QDialogButtonBox::No, u"Không"_s }, { QDialogButtonBox::Ok, u"Đồng ý"_s },
        { QDialogButtonBox::Help, u"Trợ giúp"_s }, { QDialogButtonBox::Discard, u"Bỏ thay đổi"_s } };
    for (const auto& [button, text] : wanted) {
        QDialogButtonBox box(button);
        QCOMPARE(box.button(button)->text().remove(u'&'), text);
    }
}

/// 6015 files are "6.015 hồ sơ" in a sentence too.
void TestTranslations::countsHaveTheirPoints()
{
    QVERIFY(Translator::install(Language::Vietnamese));
    QCOMPARE(QCoreApplication::translate("maiam::CasesPage", "%n case(s)", nullptr, 6015), u"6.015 hồ sơ"_s);
    QCOMPARE(QCoreApplication::translate("maiam::WorkPages", "Not yet sent: %n record(s)", nullptr, 15'000),
        u"Chưa gửi: 15.000 mục"_s);
}

void TestTranslations::textContextMenuIsVietnamese()
{
    QVERIFY(Translator::install(Language::Vietnamese));
    QLineEdit edit;
    std::unique_ptr<QMenu> menu(edit.createStandardContextMenu());
    QStringList texts;
    for (const QAction* action : menu->actions())
        texts.append(action->text().section(u'\t', 0, 0).remove(u'&'));
    for (const QString& wanted : { u"Hoàn tác"_s, u"Cắt"_s, u"Sao chép"_s, u"Dán"_s, u"Xóa"_s, u"Chọn tất cả"_s })
        QVERIFY2(texts.contains(wanted), qPrintable(texts.join(u", "_s)));
}

void TestTranslations::fileDialogIsVietnamese()
{
    QVERIFY(Translator::install(Language::Vietnamese));
    QFileDialog dialog;
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    QStringList texts;
    const auto labels = dialog.findChildren<QLabel*>();
    for (const QLabel* label : labels)
        texts.append(label->text().remove(u'&'));
    const auto buttons = dialog.findChildren<QPushButton*>();
    for (const QPushButton* button : buttons)
        texts.append(button->text().remove(u'&'));
    for (const QString& wanted : { u"Tên tệp:"_s, u"Loại tệp:"_s, u"Tìm trong:"_s, u"Lưu"_s, u"Hủy"_s })
        QVERIFY2(texts.contains(wanted), qPrintable(texts.join(u", "_s)));
}

void TestTranslations::englishCanBeChosen()
{
    QVERIFY(Translator::install(Language::English));
    QDialogButtonBox box(QDialogButtonBox::Cancel);
    QCOMPARE(box.button(QDialogButtonBox::Cancel)->text().remove(u'&'), u"Cancel"_s);
    QCOMPARE(Translator::fromCode(u"en"_s), Language::English);
    QCOMPARE(Translator::fromCode(u"xx"_s), Language::Vietnamese);
}

void TestTranslations::datesAndNumbersAreVietnamese()
{
    QVERIFY(Translator::install(Language::Vietnamese));
    QCOMPARE(QLocale().decimalPoint(), u","_s);
    QCOMPARE(QLocale().toString(1240), u"1.240"_s);
    QCOMPARE(QLocale().firstDayOfWeek(), Qt::Monday);
    QCOMPARE(CaseTexts::weekdayAndDate(QDate(2026, 11, 24)), u"thứ Ba 24/11/2026"_s);
    QCOMPARE(CaseTexts::weekdayAndDate(QDate(2026, 11, 29)), u"Chủ nhật 29/11/2026"_s);
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
