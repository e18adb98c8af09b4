// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"

namespace maiam {

/// The user guide (hướng dẫn sử dụng), opened by F1; the same pages as in docs/user-guide.
class GuidePage : public Page
{
    Q_OBJECT
public:
    explicit GuidePage(QWidget* parent = nullptr);
};

} // namespace maiam
