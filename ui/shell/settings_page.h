// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/settings.h"
#include "ui/widgets/page.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace maiam {

class Register;
class SignerCard;

/// Thêm → Cài đặt: when the register locks itself, the size of the text, on Windows whether windows may be in screen
/// captures, and who signs the office's reports. Each change holds at once; there is nothing to save.
class SettingsPage : public Page
{
    Q_OBJECT
public:
    /// \a captureOffered: whether this system can keep windows out of screen captures.
    SettingsPage(const Settings& settings, bool captureOffered, QWidget* parent = nullptr);
    [[nodiscard]] Settings settings() const;
    /// Says whether the change could be kept on the disk.
    void tellKept(bool kept);
    /// Adds what belongs to the office and not to the PC: who signs its reports.
    void addSigner(Register& reg);

    void deactivated() override;
    void returnTo(const QJsonObject& place) override;

Q_SIGNALS:
    void changed(const maiam::Settings& settings);

private:
    void makeLocking(bool captureOffered);
    void makeLook();
    void tell();
    Settings m_settings;
    QSpinBox* m_idle = nullptr;
    QComboBox* m_text = nullptr;
    QCheckBox* m_capture = nullptr;
    SignerCard* m_signer = nullptr;
};

} // namespace maiam
