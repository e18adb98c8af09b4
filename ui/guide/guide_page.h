// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"

class QTextBrowser;

namespace maiam {

/// The user guide (hướng dẫn sử dụng), opened by F1; the same pages as in docs/user-guide.
class GuidePage : public Page
{
    Q_OBJECT
public:
    explicit GuidePage(QWidget* parent = nullptr);

    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;

private:
    QTextBrowser* m_browser;
};

} // namespace maiam
