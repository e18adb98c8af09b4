// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guide_page.h"

#include "ui/widgets/theme.h"

#include <QImage>
#include <QScrollBar>
#include <QTextBrowser>
#include <QUrl>

#include <algorithm>

namespace maiam {

namespace {
/// Pictures of whole windows are made as wide as there is room.
class GuideBrowser : public QTextBrowser
{
public:
    QVariant loadResource(int type, const QUrl& name) override
    {
        const QVariant found = QTextBrowser::loadResource(type, name);
        if (type != QTextDocument::ImageResource)
            return found;
        const QImage picture = QImage::fromData(found.toByteArray());
        return picture.width() > m_room ? picture.scaledToWidth(m_room, Qt::SmoothTransformation) : picture;
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QTextBrowser::resizeEvent(event);
        const int room = std::max(Theme::scaled(200), viewport()->width() - Theme::scaled(24));
        if (room == m_room)
            return;
        m_room = room;
        const int before = verticalScrollBar()->value();
        reload();
        verticalScrollBar()->setValue(before);
    }

private:
    int m_room = 0;
};
} // namespace

GuidePage::GuidePage(QWidget* parent)
    : Page(parent)
{
    setTitle(tr("User guide"));
    auto* browser = new GuideBrowser;
    browser->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the room for pictures does not follow from them
    browser->setAccessibleName(tr("User guide"));
    browser->setOpenExternalLinks(false); // the program never reaches out
    browser->setSource(QUrl(QStringLiteral("qrc:/guide/user-guide/index.md")), QTextDocument::MarkdownResource);
    setBody(browser, false);
}

} // namespace maiam
