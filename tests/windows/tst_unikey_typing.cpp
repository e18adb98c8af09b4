// SPDX-License-Identifier: GPL-3.0-or-later
// Types as Unikey does on Windows: it sends backspaces and then the whole letters again, as Unicode key strokes
// (VK_PACKET), faster than a person could. Built for Windows only; needs the "windows" platform.
#include "ui/widgets/input_guard.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QVBoxLayout>

#include <windows.h>

#include <memory>
#include <vector>

using namespace maiam;

namespace {

INPUT stroke(WORD key, WORD unicode, bool up)
{
    INPUT input {};
    input.type = INPUT_KEYBOARD;
    input.ki.wVk = key;
    input.ki.wScan = unicode;
    input.ki.dwFlags = (unicode ? KEYEVENTF_UNICODE : 0U) | (up ? KEYEVENTF_KEYUP : 0U);
    return input;
}

/// One burst: so many backspaces, then the letters, in one call as Unikey sends them.
void burst(int backspaces, const QString& letters)
{
    std::vector<INPUT> inputs;
    for (int i = 0; i < backspaces; ++i)
        for (const bool up : { false, true })
            inputs.push_back(stroke(VK_BACK, 0, up));
    for (const QChar letter : letters)
        for (const bool up : { false, true })
            inputs.push_back(stroke(0, letter.unicode(), up));
    SendInput(UINT(inputs.size()), inputs.data(), sizeof(INPUT));
}

/// "Nguyễn Thị Đào" as Telex makes it: Nguyeen → Nguyên → Nguyễn, Thij → Thị, DDaof → Đào.
void typeTheName()
{
    burst(0, QStringLiteral("N"));
    burst(0, QStringLiteral("guye"));
    burst(1, QStringLiteral("ê"));
    burst(0, QStringLiteral("n"));
    burst(2, QStringLiteral("ễn"));
    burst(0, QStringLiteral(" Thi"));
    burst(1, QStringLiteral("ị"));
    burst(0, QStringLiteral(" D"));
    burst(1, QStringLiteral("Đ"));
    burst(0, QStringLiteral("ao"));
    burst(2, QStringLiteral("ào"));
}

const QString Wanted = QStringLiteral("Nguyễn Thị Đào");

} // namespace

/// What an officer types with Unikey is what stands in the field.
class TestUnikeyTyping : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QWidget> m_window;
    QLineEdit* m_line = nullptr;
    QPlainTextEdit* m_text = nullptr;

private Q_SLOTS:
    void initTestCase()
    {
        Theme::apply(*qApp);
        InputGuard::install();
        m_window = std::make_unique<QWidget>();
        auto* layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_line = new QLineEdit);
        layout->addWidget(m_text = new QPlainTextEdit);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        SetForegroundWindow(reinterpret_cast<HWND>(m_window->winId()));
    }

    void intoALine()
    {
        m_line->setFocus();
        typeTheName();
        QTRY_COMPARE(m_line->text(), Wanted);
    }

    void intoSeveralLines()
    {
        m_text->setFocus();
        typeTheName();
        QTRY_COMPARE(m_text->toPlainText(), Wanted);
    }

    void manyNamesWithoutAPause()
    {
        m_text->clear();
        m_text->setFocus();
        QStringList names;
        for (int i = 0; i < 20; ++i) {
            typeTheName();
            burst(0, QStringLiteral(";"));
            names.append(Wanted);
        }
        QTRY_COMPARE(m_text->toPlainText(), names.join(u';') + u';');
    }
};

QTEST_MAIN(TestUnikeyTyping)
#include "tst_unikey_typing.moc"
