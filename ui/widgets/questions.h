// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QWidget;

namespace maiam {

/// What a person answered.
enum class Answer { Accept, Other, Cancel };

/// A question. The texts say what will happen; the buttons are verbs.
struct Question
{
    QString title;
    QString text;
    /// Secondary text under the question.
    QString explanation;
    /// The verb that does it; "Yes" when empty.
    QString accept;
    /// A third button; none when empty.
    QString other;
    /// "Cancel" when empty. Cancel is the default button.
    QString cancel;
};

/// A question answered with a text, for example the reason for skipping a step or for an export.
struct TextQuestion
{
    QString title;
    /// The label of the field, for example "Reason".
    QString label;
    QString explanation;
    /// The verb on the button; "Continue" when empty.
    QString accept;
    QString text;
    /// Several lines instead of one.
    bool multiLine = false;
    /// Whether an empty text may be given.
    bool mayBeEmpty = false;
    /// Told what stands in the field whenever it changes, so that a form can keep it in its draft; may be empty.
    std::function<void(const QString& text)> changed = {};
};

/// Which file is wanted.
struct FileQuestion
{
    QString title;
    /// Proposed folder or full path. Never holds a person's name.
    QString path;
    /// Filters such as "Workbooks (*.xlsx *.ods)".
    QStringList filters;
    /// Added to a new file's name when none is typed, without the dot.
    QString suffix;
};

/// The one seam through which the program asks anything in a dialog. Dialogs are opened, never executed, and never on
/// top of one another: a second question waits for the first. Tests give the answers beforehand.
class Questions
{
    Q_DECLARE_TR_FUNCTIONS(Questions)
public:
    static void ask(QWidget* parent, const Question& question, std::function<void(Answer)> answered);
    /// \a answered gets nothing when it was cancelled.
    static void askText(
        QWidget* parent, const TextQuestion& question, std::function<void(std::optional<QString>)> answered);
    /// The chosen paths; empty when cancelled.
    static void openFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> chosen);
    static void openFiles(QWidget* parent, const FileQuestion& question, std::function<void(QStringList)> chosen);
    static void saveFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> chosen);
    static void chooseFolder(QWidget* parent, const FileQuestion& question, std::function<void(QString)> chosen);
    /// Closes what is open and forgets what waits; the callbacks get Cancel. Used by locking.
    static void cancelAll();
    /// Whether a dialog of this seam is open.
    [[nodiscard]] static bool isOpen();

    /// Tests: the next questions are answered thus, in this order, without a dialog.
    static void setNextAnswer(Answer answer);
    static void setNextText(const std::optional<QString>& text);
    /// Tests: the next file dialogs are answered thus; empty means cancelled.
    static void setNextFileName(const QString& path);
    /// Tests: forgets answers that were not used, and says how many there were.
    static int clearAnswers();
};

} // namespace maiam
