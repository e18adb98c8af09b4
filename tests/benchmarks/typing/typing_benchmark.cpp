// SPDX-License-Identifier: GPL-3.0-or-later
// How long a keystroke holds the window up while drafts are kept: composed words into Mẫu 01, event loop included.
// Usage: build/release/tests/benchmarks/maiam_typing_benchmark [keystrokes [folder of a register without drafts]]
#include "tests/benchmarks/large_register.h"
#include "tests/ui/support/office_register.h"
#include "tests/ui/support/type_text.h"
#include "ui/cases/field_editor.h"
#include "ui/cases/intake_page.h"
#include "ui/widgets/input_guard.h"
#include "ui/widgets/theme.h"

#include "models/drafts/draft.h"
#include "models/records/kinds.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QInputMethodEvent>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace maiam;

namespace {
constexpr int PauseMs = 15; ///< between keystrokes: a fast typist's, times five

double at(std::vector<double> sorted, double share)
{
    return sorted.empty() ? 0 : sorted[size_t(double(sorted.size() - 1) * share)];
}
} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Theme::apply(app);
    InputGuard::install();
    const int keystrokes = argc > 1 ? QByteArray(argv[1]).toInt() : 3000;
    const test::OfficeRegister small;
    const auto large = argc > 2 ? LargeRegister::open(QString::fromLocal8Bit(argv[2])) : nullptr;
    Register& reg = large ? *large : *small.reg;
    WorkContext context { reg, small.catalogues, small.times };
    IntakePage page(context);
    page.resize(1366, 768);
    page.show();
    QWidget* target = test::receiver(page.editor(CaseFields::Summary));
    target->setFocus();
    QCoreApplication::processEvents();
    const QString word = QStringLiteral("Đồng");
    std::vector<double> times;
    for (int i = 0; i < keystrokes; ++i) {
        QElapsedTimer timer;
        timer.start();
        const int letters = i % (int(word.size()) + 1);
        QInputMethodEvent event(letters < word.size() ? word.left(letters + 1) : QString(), {});
        if (letters == word.size())
            event.setCommitString(word + QLatin1Char(' '));
        QCoreApplication::sendEvent(target, &event);
        QCoreApplication::processEvents();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        // The writer's thread works meanwhile; what it brings back counts with the next keystroke.
        QThread::msleep(PauseMs);
    }
    std::sort(times.begin(), times.end());
    const auto drafts =
        reg.read([user = reg.user()](Database& database) { return drafts::all(database, user).value().size(); })
            .result();
    std::printf("{\"keystrokes\": %d, \"median_ms\": %.3f, \"p99_ms\": %.3f, \"max_ms\": %.3f, \"drafts\": %zu}\n",
        keystrokes, at(times, 0.5), at(times, 0.99), times.back(), drafts);
    return drafts == 1 ? 0 : 1;
}
