// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/register/device_care.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

#include <QMap>

namespace maiam {

class Card;

/// The machines that write into this register (các máy): how far each one's entries reach, what is wrong with it, and
/// what an office does about its own: report one as lost, say which of two histories counts, take over what the other
/// one says (journal.md, laws 5 and 9).
class DevicesPage : public Page
{
    Q_OBJECT
public:
    explicit DevicesPage(WorkContext& context, QWidget* parent = nullptr);

    void activated() override;
    [[nodiscard]] const std::vector<DeviceStanding>& shown() const { return m_devices; }
    /// Asks, then reports one of the office's own as lost for good.
    void retire(const DeviceStanding& device);
    /// Asks, then says that the branch through this entry counts.
    void choose(const DeviceStanding& device, const EntryHash& tip);
    /// Writes again what the branch that does not count says.
    void issueAgain(const DeviceStanding& device);

private:
    /// How a machine is called: "06838-A7"; the units of offices that are known here.
    struct News
    {
        std::vector<DeviceStanding> devices;
        QMap<QByteArray, QString> units;
        QMap<QByteArray, QString> offices;
    };
    static Result<News> read(Database& database);
    void reload();
    void display(const News& news);
    Card* cardOf(const DeviceStanding& device);
    void addActions(Card* card, const DeviceStanding& device);
    [[nodiscard]] QString nameOf(const DeviceStanding& device) const;
    void commit(Register::MakeBatch make, const QString& said, const std::function<void()>& then = {});

    WorkContext& m_context;
    std::vector<DeviceStanding> m_devices;
    News m_names;
    QWidget* m_list = nullptr;
};

} // namespace maiam
