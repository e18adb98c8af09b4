// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/form_names.h"

#include "models/handover/post_change.h"

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace maiam {

namespace {
/// Small letters where the code of a file stands before it.
struct FormTitle
{
    QLatin1StringView form; ///< up to its first slash
    const char* title;
};

constexpr FormTitle FormTitles[] {
    { "intake"_L1, QT_TRANSLATE_NOOP("FormNames", "A report being taken") },
    { "child"_L1, QT_TRANSLATE_NOOP("FormNames", "child and family") },
    { "child-and-contact"_L1, QT_TRANSLATE_NOOP("FormNames", "child and family") },
    { "assessment"_L1, QT_TRANSLATE_NOOP("FormNames", "Form 02") },
    { "plan-start"_L1, QT_TRANSLATE_NOOP("FormNames", "start of the plan's period") },
    { "import"_L1, QT_TRANSLATE_NOOP("FormNames", "An old workbook being looked through") },
    { "session"_L1, QT_TRANSLATE_NOOP("FormNames", "A session") },
    { "session-new"_L1, QT_TRANSLATE_NOOP("FormNames", "A session") },
    { "remark"_L1, QT_TRANSLATE_NOOP("FormNames", "Remarks of the report") },
    { "signer"_L1, QT_TRANSLATE_NOOP("FormNames", "Who signs the report") },
    { "person-new"_L1, QT_TRANSLATE_NOOP("FormNames", "A new user") },
    { "person"_L1, QT_TRANSLATE_NOOP("FormNames", "Name, post and role of a user") },
    { "erasure"_L1, QT_TRANSLATE_NOOP("FormNames", "erasure by decision") },
    { "hold"_L1, QT_TRANSLATE_NOOP("FormNames", "reason to keep the file") },
    { "restriction"_L1, QT_TRANSLATE_NOOP("FormNames", "restricted access") },
    { "office-card"_L1, QT_TRANSLATE_NOOP("FormNames", "The numbers of another office's card") },
    { "incident"_L1, QT_TRANSLATE_NOOP("FormNames", "A data leak") },
    { "incident-new"_L1, QT_TRANSLATE_NOOP("FormNames", "A data leak") },
    { "incident-notice"_L1, QT_TRANSLATE_NOOP("FormNames", "Notice of a data leak") },
};
} // namespace

QString FormNames::of(const WorkContext& context, const QString& form)
{
    const QString kind = form.section(u'/', 0, 0);
    const QString which = form.section(u'/', 1, 1);
    if (kind == u"step"_s)
        return context.title("steps"_L1, which);
    if (kind == u"session-plan"_s)
        return tr("A session being planned: %1").arg(context.title("session-types"_L1, which));
    if (kind == u"task"_s)
        return tr("Task %1").arg(which);
    if (kind == postChange::DraftForm)
        return tr("A hand-over of the post");
    const auto* found = std::find_if(
        std::begin(FormTitles), std::end(FormTitles), [&kind](const FormTitle& one) { return kind == one.form; });
    return found == std::end(FormTitles) ? tr("Another form") : tr(found->title);
}

} // namespace maiam
