// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/drafts/draft_keeper.h"

#include <functional>
#include <vector>

class QAbstractButton;
class QButtonGroup;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QWidget;

namespace maiam {

class MessageBar;

/// Watches the inputs of one form and keeps what is typed into them, the word that is being composed included; offers
/// what was kept and not saved: "Có bản nháp lúc 08:12, chưa lưu — Tiếp tục / Bỏ". One of it a form.
class FormDraft : public QObject
{
    Q_OBJECT
public:
    FormDraft(Register& reg, QWidget* form);

    /// The inputs, each under a name that stays the same from version to version.
    void watch(const QString& name, QLineEdit* input);
    void watch(const QString& name, QPlainTextEdit* input);
    /// A choice is kept by its code (the item's data).
    void watch(const QString& name, QComboBox* input);
    void watch(const QString& name, QAbstractButton* input);
    /// A group of which one is chosen, by number.
    void watch(const QString& name, QButtonGroup* input);
    /// An input that is put back in a way of its own. What is being composed in it counts as typed.
    void watch(const QString& name, QWidget* input, std::function<void(const QString&)> put);
    /// What is no input: call touch() when it changes.
    void watch(const QString& name, std::function<QString()> read, std::function<void(const QString&)> put);

    /// Where the offer appears; the form puts it at its top.
    [[nodiscard]] MessageBar* bar() const { return m_bar; }
    /// The form shows this record, as loaded just now; whatever differs from this is a draft.
    void begin(const DraftKey& key, const QList<EntryHash>& heads = {});
    /// The next draft that is found is gone on with without asking: the person is coming back to this form after a
    /// lock.
    void resume() { m_resumes = true; }
    /// Something changed that no input tells of.
    void touch() { m_keeper->touch(); }
    /// Writes what was not written yet; the register writes it before it closes.
    void flush() { m_keeper->flush(); }
    /// Saves: the batch is stored, and the draft goes with it.
    [[nodiscard]] QFuture<Result<Committed>> commit(Register::MakeBatch make);
    [[nodiscard]] QFuture<Result<Committed>> commit(const Batch& batch);
    /// The person closed the form without saving.
    void drop() { m_keeper->drop(); }
    /// Whether what stands in the form differs from what was loaded.
    [[nodiscard]] bool isTouched() const { return !changed().isEmpty(); }

Q_SIGNALS:
    /// The person goes on with a draft, and the inputs hold it now. The form's record is to rest on draft.heads.
    void taken(const maiam::Draft& draft);
    /// What was typed until then is on the disk.
    void kept(maiam::UtcMs at);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Input
    {
        QString name;
        std::function<QString()> read;
        std::function<void(const QString&)> put;
    };
    [[nodiscard]] QMap<QString, QString> all() const;
    [[nodiscard]] QMap<QString, QString> changed() const;
    void take(const Draft& draft);
    std::vector<Input> m_inputs;
    QMap<QString, QString> m_loaded;
    DraftKeeper* m_keeper;
    MessageBar* m_bar;
    bool m_resumes = false;
};

/// Writes what is typed in every form below a window or page; before locking, leaving and closing.
void flushDrafts(const QWidget* root);

} // namespace maiam
