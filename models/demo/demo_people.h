// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/demo/demo_random.h"

#include <QDate>
#include <QString>

namespace maiam {

/// A child who does not exist, with a family of the same surname (họ) and people.
struct DemoChild
{
    QString name;
    QString father;
    QString mother;
    QString carer;
    QString sex; ///< code of "sexes"
    QString ethnicGroup; ///< code of "ethnic-groups"
    QString number; ///< personal number that fits sex and birth; empty for some
    QString birth; ///< ISO, for some only the year
    QDate born;
    QString village;
    QString school;
};

/// Makes fictional children of a mountain commune of Quảng Ninh: Dao, Tày, Sán Chỉ, Kinh, Hoa.
class DemoPeople
{
public:
    explicit DemoPeople(DemoRandom& random)
        : m_random(random)
    {
    }
    /// One more child, up to 15 years old on that day.
    [[nodiscard]] DemoChild child(QDate on);
    /// The name of a grown-up of any people.
    [[nodiscard]] QString adult();
    [[nodiscard]] QString village();

private:
    struct People;
    static const People& people(DemoRandom& random);
    [[nodiscard]] QString schoolFor(int age, const QString& village);

    DemoRandom& m_random;
    int m_count = 0;
};

} // namespace maiam
