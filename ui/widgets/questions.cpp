// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/questions.h"

#include "ui/widgets/input_guard.h"
#include "ui/widgets/labelled_field.h"
#include "ui/widgets/labels.h"

#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QQueue>
#include <QVBoxLayout>

namespace maiam {

namespace {

struct Seam
{
    QQueue<Answer> answers;
    QQueue<std::optional<QString>> texts;
    QQueue<QString> files;
    QPointer<QDialog> open;
    QQueue<std::function<QDialog*()>> waiting;
    bool cancelling = false;
};

Seam& seam()
{
    static Seam instance;
    return instance;
}

void openNext();

/// Opens the dialog that \a make makes, now or when the present one has gone.
void enqueue(std::function<QDialog*()> make)
{
    seam().waiting.enqueue(std::move(make));
    if (!seam().open)
        openNext();
}

void openNext()
{
    if (seam().waiting.isEmpty())
        return;
    QDialog* dialog = seam().waiting.dequeue()();
    seam().open = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog] {
        if (seam().open == dialog)
            seam().open = nullptr;
        if (!seam().cancelling)
            openNext();
    });
    dialog->open();
}

QDialog* framed(QWidget* parent, const QString& title, const QString& text, const QString& explanation)
{
    auto* dialog = new QDialog(parent);
    dialog->setWindowTitle(title.isEmpty() ? Questions::tr("Mái Ấm") : title);
    dialog->setMinimumWidth(Theme::scaled(420));
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(
        Theme::scaled(space::XL), Theme::scaled(space::L), Theme::scaled(space::XL), Theme::scaled(space::L));
    column->setSpacing(Theme::scaled(space::M));
    if (!text.isEmpty())
        column->addWidget(makeWrappedLabel(text, TextStyle::Section, dialog));
    if (!explanation.isEmpty())
        column->addWidget(makeWrappedLabel(explanation, TextStyle::Body, dialog));
    return dialog;
}

QHBoxLayout* buttonRow(QDialog* dialog)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::scaled(space::S));
    row->addStretch(1);
    static_cast<QVBoxLayout*>(dialog->layout())->addLayout(row);
    return row;
}

enum class FileMode { OpenOne, OpenMany, Save, Folder };

void askFiles(QWidget* parent, const FileQuestion& question, FileMode mode, std::function<void(QStringList)> chosen)
{
    commitPendingInput();
    if (!seam().files.isEmpty()) {
        const QString path = seam().files.dequeue();
        chosen(path.isEmpty() ? QStringList() : QStringList { path });
        return;
    }
    enqueue([=]() -> QDialog* {
        // A folder that is not there would stand as a file's name in the dialog.
        const QFileInfo place(question.path);
        const bool there = place.exists() || (mode == FileMode::Save && place.dir().exists());
        auto* dialog = new QFileDialog(parent, question.title, there ? question.path : QDir::homePath());
        if (mode == FileMode::Save && !there)
            dialog->selectFile(place.fileName());
        dialog->resize(Theme::scaled(860), Theme::scaled(520));
        dialog->setNameFilters(question.filters);
        dialog->setDefaultSuffix(question.suffix);
        dialog->setAcceptMode(mode == FileMode::Save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
        dialog->setFileMode(mode == FileMode::Save ? QFileDialog::AnyFile
                : mode == FileMode::Folder         ? QFileDialog::Directory
                : mode == FileMode::OpenMany       ? QFileDialog::ExistingFiles
                                                   : QFileDialog::ExistingFile);
        if (mode == FileMode::Folder)
            dialog->setOption(QFileDialog::ShowDirsOnly);
        QObject::connect(
            dialog, &QDialog::finished, parent ? static_cast<QObject*>(parent) : dialog, [dialog, chosen](int result) {
                chosen(result == QDialog::Accepted ? dialog->selectedFiles() : QStringList());
            });
        return dialog;
    });
}

} // namespace

void Questions::ask(QWidget* parent, const Question& question, std::function<void(Answer)> answered)
{
    commitPendingInput();
    if (!seam().answers.isEmpty()) {
        answered(seam().answers.dequeue());
        return;
    }
    enqueue([=] {
        QDialog* dialog = framed(parent, question.title, question.text, question.explanation);
        QHBoxLayout* row = buttonRow(dialog);
        QPushButton* accept = makePrimaryButton(question.accept.isEmpty() ? tr("Yes") : question.accept, dialog);
        QPushButton* cancel = makeButton(question.cancel.isEmpty() ? tr("Cancel") : question.cancel, dialog);
        row->addWidget(accept);
        QObject::connect(
            accept, &QPushButton::clicked, dialog, [dialog] { dialog->done(1 + static_cast<int>(Answer::Accept)); });
        if (!question.other.isEmpty()) {
            QPushButton* other = makeButton(question.other, dialog);
            row->addWidget(other);
            QObject::connect(
                other, &QPushButton::clicked, dialog, [dialog] { dialog->done(1 + static_cast<int>(Answer::Other)); });
        }
        row->addWidget(cancel);
        QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
        cancel->setDefault(true);
        cancel->setFocus();
        QObject::connect(dialog, &QDialog::finished, dialog,
            [answered](int result) { answered(result > 0 ? static_cast<Answer>(result - 1) : Answer::Cancel); });
        return dialog;
    });
}

void Questions::askText(
    QWidget* parent, const TextQuestion& question, std::function<void(std::optional<QString>)> answered)
{
    commitPendingInput();
    if (!seam().texts.isEmpty()) {
        answered(seam().texts.dequeue());
        return;
    }
    enqueue([=] {
        QDialog* dialog = framed(parent, question.title, question.title, question.explanation);
        auto* line = question.multiLine ? nullptr : new QLineEdit(question.text, dialog);
        auto* area = question.multiLine ? new QPlainTextEdit(question.text, dialog) : nullptr;
        if (area)
            area->setTabChangesFocus(true);
        QWidget* editor = line ? static_cast<QWidget*>(line) : area;
        auto* field = new LabelledField(question.label, editor, dialog);
        static_cast<QVBoxLayout*>(dialog->layout())->addWidget(field);
        const auto typed = [line, area] { return (line ? line->text() : area->toPlainText()).trimmed(); };
        const auto tell = [typed, changed = question.changed] {
            if (changed)
                changed(typed());
        };
        if (line)
            QObject::connect(line, &QLineEdit::textChanged, dialog, tell);
        else
            QObject::connect(area, &QPlainTextEdit::textChanged, dialog, tell);
        QHBoxLayout* row = buttonRow(dialog);
        QPushButton* accept = makePrimaryButton(question.accept.isEmpty() ? tr("Continue") : question.accept, dialog);
        QPushButton* cancel = makeButton(tr("Cancel"), dialog);
        row->addWidget(accept);
        row->addWidget(cancel);
        accept->setDefault(true);
        QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
        QObject::connect(accept, &QPushButton::clicked, dialog, [=] {
            commitPendingInput();
            if (typed().isEmpty() && !question.mayBeEmpty) {
                field->setError(tr("Please write something here."));
                editor->setFocus();
                return;
            }
            dialog->accept();
        });
        QObject::connect(dialog, &QDialog::finished, dialog, [answered, typed](int result) {
            answered(result == QDialog::Accepted ? std::optional(typed()) : std::nullopt);
        });
        editor->setFocus();
        return dialog;
    });
}

void Questions::openFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> chosen)
{
    askFiles(parent, question, FileMode::OpenOne, [chosen](const QStringList& paths) { chosen(paths.value(0)); });
}

void Questions::openFiles(QWidget* parent, const FileQuestion& question, std::function<void(QStringList)> chosen)
{
    askFiles(parent, question, FileMode::OpenMany, std::move(chosen));
}

void Questions::saveFile(QWidget* parent, const FileQuestion& question, std::function<void(QString)> chosen)
{
    askFiles(parent, question, FileMode::Save, [chosen](const QStringList& paths) { chosen(paths.value(0)); });
}

void Questions::chooseFolder(QWidget* parent, const FileQuestion& question, std::function<void(QString)> chosen)
{
    askFiles(parent, question, FileMode::Folder, [chosen](const QStringList& paths) { chosen(paths.value(0)); });
}

void Questions::cancelAll()
{
    Seam& s = seam();
    s.cancelling = true;
    s.waiting.clear();
    if (s.open)
        s.open->reject();
    s.open = nullptr;
    s.cancelling = false;
}

bool Questions::isOpen()
{
    return !seam().open.isNull();
}

void Questions::setNextAnswer(Answer answer)
{
    seam().answers.enqueue(answer);
}

void Questions::setNextText(const std::optional<QString>& text)
{
    seam().texts.enqueue(text);
}

void Questions::setNextFileName(const QString& path)
{
    seam().files.enqueue(path);
}

int Questions::clearAnswers()
{
    Seam& s = seam();
    const qsizetype unused = s.answers.size() + s.texts.size() + s.files.size();
    s.answers.clear();
    s.texts.clear();
    s.files.clear();
    return static_cast<int>(unused);
}

} // namespace maiam
