// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/cell_table.h"
#include "models/exchange/exchange_state.h"
#include "models/exchange/package_reader.h"
#include "models/exchange/package_writer.h"
#include "ui/shell/work_context.h"
#include "ui/widgets/page.h"

#include <QFuture>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace maiam {

class Card;
class FormDraft;
class LabelledField;
class PageWork;

/// Gửi, nhận với Sở: sealing a package for another office, taking in those that came, and the cards by which two
/// offices know each other. Packages go without identity (không kèm danh tính).
class ExchangePage : public Page
{
    Q_OBJECT
public:
    explicit ExchangePage(WorkContext& context, QWidget* parent = nullptr);
    ~ExchangePage() override;
    Q_DISABLE_COPY_MOVE(ExchangePage)

    /// Asks for a folder and seals what the chosen office does not hold yet.
    void seal();
    /// Asks for packages and checks them; nothing is taken in yet.
    void receive();
    /// Takes in what was checked.
    void takeIn();
    /// Asks where this office's card goes.
    void saveCard();
    /// Asks for another office's card and shows it with its fingerprint.
    void openCard();
    /// Confirms the card that is shown, when the typed fingerprint is its own.
    void trustCard();
    void activated() override;
    [[nodiscard]] QJsonObject place() const override;
    void returnTo(const QJsonObject& place) override;

private:
    Card* makeSendCard();
    Card* makeReceiveCard();
    Card* makeOwnCard();
    Card* makeOtherCard();
    Card* makeOfficesCard();
    void refresh();
    void readOwnCard();
    void showState(const ExchangeState& state);
    void showOffices(const std::vector<TrustedOffice>& offices);
    void sealTo(const QString& unit, const QString& folder);
    void check(const QStringList& files);
    void makeDraft();
    void showOther(const OfficeCard& card);
    void tell(const Result<SealedPackage>& sealed);
    [[nodiscard]] QString unitName(const QString& unit) const;

    WorkContext& m_context;
    PageWork* m_work = nullptr;
    QFuture<void> m_reading;
    QLabel* m_state = nullptr;
    QComboBox* m_to = nullptr;
    QPushButton* m_seal = nullptr;
    QLabel* m_sealed = nullptr;
    QLabel* m_came = nullptr;
    QPushButton* m_takeIn = nullptr;
    QLabel* m_fingerprint = nullptr;
    QPushButton* m_saveCard = nullptr;
    QLabel* m_other = nullptr;
    QLineEdit* m_typed = nullptr;
    LabelledField* m_typedField = nullptr;
    QPushButton* m_trust = nullptr;
    FormDraft* m_draft = nullptr; ///< the card that was opened and the numbers typed for it
    CellTable* m_offices = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_noOffices = nullptr;
    std::optional<OfficeCard> m_own;
    std::optional<OfficeCard> m_otherCard;
    std::shared_ptr<IncomingPackages> m_incoming;
    bool m_stale = true;
};

} // namespace maiam
