// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/office_names.h"
#include "models/register/device_care.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

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
    struct News
    {
        std::vector<DeviceStanding> devices;
        OfficeNames names;
    };
    static Result<News> read(Database& database, const OfficeInfo& own);
    void reload();
    void display(const News& news);
    QWidget* makeList();
    Card* cardOf(const DeviceStanding& device);
    void addActions(Card* card, const DeviceStanding& device);
    [[nodiscard]] QString nameOf(const DeviceStanding& device) const { return m_names.machine(device.device); }
    void commit(Register::MakeBatch make, const QString& said, const std::function<void()>& then = {});

    WorkContext& m_context;
    std::vector<DeviceStanding> m_devices;
    OfficeNames m_names;
    QWidget* m_list = nullptr;
    bool m_refocus = false; ///< the list had the focus before it was disabled
};

} // namespace maiam
