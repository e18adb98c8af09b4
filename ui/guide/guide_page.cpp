// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guide_page.h"

#include <QTextBrowser>
#include <QUrl>

namespace maiam {

GuidePage::GuidePage(QWidget* parent)
    : Page(parent)
{
    setTitle(tr("User guide"));
    auto* browser = new QTextBrowser;
    browser->setAccessibleName(tr("User guide"));
    browser->setOpenExternalLinks(false); // the program never reaches out
    browser->setSource(QUrl(QStringLiteral("qrc:/guide/user-guide/index.md")), QTextDocument::MarkdownResource);
    setBody(browser, false);
}

} // namespace maiam
