// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <vector>

/// Wall and processor time of one piece of work, in milliseconds. The processor time is that of the calling thread.
struct Span
{
    double wall = 0;
    double cpu = 0;
};

inline double threadMs()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

template <typename Work> Span timed(Work&& work)
{
    const double cpu = threadMs();
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
    return { wall.count(), threadMs() - cpu };
}

inline double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + qptrdiff(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The program's time beside the bare engine's, in pairs that take turns in going first. Ratios are medians over pairs.
class Pairs
{
public:
    template <typename Ours, typename Bare> void measure(int times, Ours ours, Bare bare)
    {
        for (int i = 0; i < times; ++i) {
            if (i % 2 == 0) {
                const Span first = timed([&] { ours(i); });
                add(first, timed([&] { bare(i); }));
            } else {
                const Span first = timed([&] { bare(i); });
                add(timed([&] { ours(i); }), first);
            }
        }
    }
    void add(Span ours, Span bare)
    {
        m_wall.push_back(ours.wall);
        m_bareWall.push_back(bare.wall);
        m_cpu.push_back(ours.cpu);
        m_bareCpu.push_back(bare.cpu);
        m_ratio.push_back(ours.wall / std::max(bare.wall, 1e-6));
        m_cpuRatio.push_back(ours.cpu / std::max(bare.cpu, 1e-6));
    }
    /// `sameThread`: processor times are told too; they mean nothing when the work is done in another thread.
    [[nodiscard]] QJsonObject toJson(bool sameThread = true) const
    {
        const auto rounded = [](double value) { return double(qint64(value * 1000 + 0.5)) / 1000; };
        QJsonObject out { { QStringLiteral("ms"), rounded(median(m_wall)) },
            { QStringLiteral("bare_ms"), rounded(median(m_bareWall)) },
            { QStringLiteral("ratio"), rounded(median(m_ratio)) } };
        if (sameThread) {
            out.insert(QStringLiteral("cpu_ms"), rounded(median(m_cpu)));
            out.insert(QStringLiteral("bare_cpu_ms"), rounded(median(m_bareCpu)));
            out.insert(QStringLiteral("cpu_ratio"), rounded(median(m_cpuRatio)));
        }
        return out;
    }

private:
    std::vector<double> m_wall, m_bareWall, m_cpu, m_bareCpu, m_ratio, m_cpuRatio;
};
