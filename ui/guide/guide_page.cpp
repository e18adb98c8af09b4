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
    , m_browser(new GuideBrowser)
{
    setTitle(tr("User guide"));
    m_browser->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the room for pictures does not follow from them
    m_browser->setAccessibleName(tr("User guide"));
    m_browser->setOpenExternalLinks(false); // the program never reaches out
    m_browser->setSource(QUrl(QStringLiteral("qrc:/guide/user-guide/index.md")), QTextDocument::MarkdownResource);
    setBody(m_browser, false);
}

QJsonObject GuidePage::place() const
{
    return { { QStringLiteral("page"), m_browser->source().toString() } };
}

void GuidePage::returnTo(const QJsonObject& place)
{
    const QUrl page(place.value(QLatin1String("page")).toString());
    if (page.scheme() == QLatin1String("qrc"))
        m_browser->setSource(page, QTextDocument::MarkdownResource);
}

} // namespace maiam
