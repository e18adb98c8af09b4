// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/drafts/draft_keeper.h"

#include <functional>
#include <optional>
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
/// what was kept and not saved: "Có bản nháp lúc 08:12, chưa lưu — Viết tiếp bản nháp / Bỏ". One of it a form.
class FormDraft : public QObject
{
    Q_OBJECT
public:
    FormDraft(Register& reg, QWidget* form);
    /// A draft that was thrown away and not taken back is gone with its form.
    ~FormDraft() override;
    Q_DISABLE_COPY_MOVE(FormDraft)

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
    /// Says a text so that it means the same on every day. \a fields: what the draft holds besides.
    using Settled = std::function<QString(const QString& text, QDate typedOn, const QMap<QString, QString>& fields)>;
    /// What stands in a watched input is reckoned from the day on which it was typed ("08:05", "hôm qua"): taken up on
    /// another day it must not mean another moment. \a typedOn: that day, where it can be another than the one on which
    /// the draft is kept.
    void settle(const QString& name, Settled settled, std::function<QDate()> typedOn = {});

    /// What stands in a watched input is kept along with whatever else is typed for as long as \a proposed says so,
    /// though nobody typed it: a moment that the form proposes must not become another one by a lock. Alone it is no
    /// draft.
    void keepAlong(const QString& name, std::function<bool()> proposed);

    /// Where the offer appears; the form puts it at its top.
    [[nodiscard]] MessageBar* bar() const { return m_bar; }
    /// The form shows this record, as loaded just now; whatever differs from this is a draft.
    void begin(const DraftKey& key, const QList<EntryHash>& heads = {});
    /// The next draft that is found is gone on with without asking: the person is coming back to this form after a
    /// lock. Asked for before the form begins, or while it looks; over when nothing is found, or with another record.
    void resume() { m_resumes = true; }
    /// The same for this one form: the person chose its draft from a list. One that is being offered is taken at once.
    void resume(const DraftKey& key);
    /// Something changed that no input tells of.
    void touch() { m_keeper->touch(); }
    /// Writes what was not written yet; the register writes it before it closes.
    void flush();
    /// Saves: the batch is stored, and the draft goes with it.
    [[nodiscard]] QFuture<Result<Committed>> commit(Register::MakeBatch make);
    [[nodiscard]] QFuture<Result<Committed>> commit(const Batch& batch);
    /// The person closed the form without saving.
    void drop() { m_keeper->drop(); }
    /// The form goes over to other work under the same key; what it holds now stays as a draft that is offered.
    void setAside();
    /// The inputs in which something else stands than was loaded or saved last.
    [[nodiscard]] QStringList typed() const { return changed().keys(); }
    /// After a save during which somebody typed on: the form took up what is stored, except for the inputs \a typed,
    /// and rests on these heads.
    void goOn(const QList<EntryHash>& heads, const QStringList& typed);
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
        QWidget* widget = nullptr; ///< where it is typed or chosen, when that is one
        Settled settled = {};
        std::function<QDate()> typedOn = {};
        std::function<bool()> proposed = {};
    };
    [[nodiscard]] QMap<QString, QString> all() const;
    [[nodiscard]] QMap<QString, QString> since(const QMap<QString, QString>& before) const;
    [[nodiscard]] QMap<QString, QString> changed() const { return since(m_loaded); }
    [[nodiscard]] Draft settled(Draft draft) const;
    void showAgain();
    void take(const Draft& kept);
    void offer(const Draft& draft);
    void refuse(const Draft& draft);
    void endRefusal();
    void focusOn(const Draft& draft);
    Register& m_reg;
    std::vector<Input> m_inputs;
    QMap<QString, QString> m_loaded;
    DraftKeeper* m_keeper;
    MessageBar* m_bar;
    bool m_resumes = false;
    std::optional<DraftKey> m_resumed; ///< its draft is gone on with without asking
    std::optional<Draft> m_offered; ///< waits for an answer
    std::optional<Draft> m_refused; ///< thrown away, and can be taken back for as long as the form is open
    bool m_tellsFault = false; ///< the bar says that something could not be kept
};

/// Writes what is typed in every form below a window or page; before locking, leaving and closing.
void flushDrafts(const QWidget* root);

} // namespace maiam
