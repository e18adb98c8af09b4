// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for RapidCheck where it cannot be had for the system that is built for (its source is not in Debian's
// archive any more, so there is none for Windows). Names as there, as far as the tests use them; random cases without
// shrinking, from a fixed seed, so that a failure comes again.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <functional>
#include <initializer_list>
#include <iostream>
#include <iterator>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace rc {

namespace detail {
/// What a case draws from, and how large it may grow: 0 in the first case, 100 in the last.
struct Source
{
    std::mt19937_64 random { 20'261'123 };
    int size = 0;

    std::uint64_t below(std::uint64_t limit) { return limit < 2 ? 0 : random() % limit; }
};

inline Source& source()
{
    static Source only;
    return only;
}

/// RC_PARAMS=max_success=20, as RapidCheck reads it; 100 when it says nothing.
inline int wantedCases()
{
    const char* parameters = std::getenv("RC_PARAMS");
    const char* found = parameters ? std::strstr(parameters, "max_success=") : nullptr;
    const int cases = found ? std::atoi(found + std::strlen("max_success=")) : 0;
    return cases > 0 ? cases : 100;
}
} // namespace detail

template <typename T> class Gen
{
public:
    explicit Gen(std::function<T()> make)
        : m_make(std::move(make))
    {
    }
    T operator*() const { return m_make(); }

private:
    std::function<T()> m_make;
};

namespace gen {

/// From the first up to, and without, the second.
template <typename T> Gen<T> inRange(T from, T to)
{
    return Gen<T>([from, to] {
        if (from >= to)
            throw std::invalid_argument("an empty range");
        return T(std::uint64_t(from) + detail::source().below(std::uint64_t(to) - std::uint64_t(from)));
    });
}

template <typename Container, typename T> Gen<Container> container(std::size_t size, Gen<T> of)
{
    return Gen<Container>([size, of] {
        Container made;
        for (std::size_t i = 0; i < size; ++i)
            made.push_back(typename Container::value_type(*of));
        return made;
    });
}

template <typename Container, typename T> Gen<Container> container(Gen<T> of)
{
    return Gen<Container>([of] {
        const auto size = std::size_t(detail::source().below(std::uint64_t(detail::source().size) + 1));
        return *container<Container>(size, of);
    });
}

/// A map; keys that come twice count once.
template <typename Container, typename Key, typename Value> Gen<Container> container(Gen<Key> keys, Gen<Value> values)
{
    return Gen<Container>([keys, values] {
        Container made;
        for (auto size = detail::source().below(std::uint64_t(detail::source().size) + 1); size > 0; --size) {
            Key key = *keys;
            made.emplace(std::move(key), *values);
        }
        return made;
    });
}

template <typename T> struct Arbitrary
{
    /// One in four is an edge, where mistakes live.
    static T make()
    {
        static_assert(std::is_integral_v<T>);
        if constexpr (std::is_same_v<T, bool>) {
            return detail::source().below(2) == 1;
        } else {
            if (detail::source().below(4) == 0) {
                const T edges[] { T(0), T(1), T(-1), std::numeric_limits<T>::min(), std::numeric_limits<T>::max() };
                return edges[detail::source().below(5)];
            }
            return T(detail::source().random());
        }
    }
};

template <typename T> Gen<T> arbitrary();

template <typename T> struct Arbitrary<std::vector<T>>
{
    static std::vector<T> make() { return *container<std::vector<T>>(arbitrary<T>()); }
};

template <> struct Arbitrary<std::string>
{
    static std::string make() { return *container<std::string>(arbitrary<char>()); }
};

template <> struct Arbitrary<std::u16string>
{
    static std::u16string make() { return *container<std::u16string>(arbitrary<char16_t>()); }
};

template <typename T> Gen<T> arbitrary()
{
    return Gen<T>([] { return Arbitrary<T>::make(); });
}

template <typename T, typename... More> auto element(T first, More... more)
{
    std::vector<T> list { std::move(first), T(std::move(more))... };
    return Gen<T>([list] { return list[detail::source().below(list.size())]; });
}

template <typename Container> auto elementOf(const Container& list)
{
    return Gen<typename Container::value_type>([list] {
        auto at = list.begin();
        std::advance(at, std::ptrdiff_t(detail::source().below(std::uint64_t(list.size()))));
        return *at;
    });
}

template <typename T, typename Change> auto map(Gen<T> from, Change change)
{
    return Gen<std::decay_t<std::invoke_result_t<Change, T>>>([from, change] { return change(*from); });
}

template <typename A, typename B> Gen<std::pair<A, B>> pair(Gen<A> first, Gen<B> second)
{
    return Gen<std::pair<A, B>>([first, second] {
        A a = *first;
        return std::pair<A, B>(std::move(a), *second);
    });
}

/// Each as often as its weight says.
template <typename T> Gen<T> weightedElement(std::initializer_list<std::pair<std::size_t, T>> pairs)
{
    return Gen<T>([list = std::vector<std::pair<std::size_t, T>>(pairs)] {
        std::uint64_t all = 0;
        for (const auto& one : list)
            all += one.first;
        std::uint64_t at = detail::source().below(all);
        for (const auto& one : list) {
            if (at < one.first)
                return one.second;
            at -= one.first;
        }
        throw std::invalid_argument("no weights");
    });
}

/// As if the case were of this size.
template <typename T> Gen<T> resize(int size, Gen<T> of)
{
    return Gen<T>([size, of] {
        const int before = std::exchange(detail::source().size, size);
        T made = *of;
        detail::source().size = before;
        return made;
    });
}

template <typename T> Gen<T> nonEmpty(Gen<T> from)
{
    return Gen<T>([from] {
        for (int i = 0; i < 1'000; ++i) {
            detail::source().size = std::max(detail::source().size, 1);
            if (T made = *from; !made.empty())
                return made;
        }
        throw std::invalid_argument("nothing but empty values");
    });
}

} // namespace gen

namespace detail {
/// Calls a property with arbitrary values for its parameters, if it has any.
template <typename Property, typename Result, typename Class, typename... Parameters>
Result call(const Property& property, Result (Class::*)(Parameters...) const)
{
    std::tuple<std::decay_t<Parameters>...> values { gen::Arbitrary<std::decay_t<Parameters>>::make()... };
    return std::apply(property, values);
}
} // namespace detail

/// Runs the property with as many random cases as asked for; says which one failed.
template <typename Property> bool check(const std::string& name, Property property)
{
    const int cases = detail::wantedCases();
    for (int i = 0; i < cases; ++i) {
        detail::source().random.seed(20'261'123 + std::uint64_t(i));
        detail::source().size = cases < 2 ? 100 : i * 100 / (cases - 1);
        try {
            const auto run = [&] { return detail::call(property, &Property::operator()); };
            bool holds = true;
            if constexpr (std::is_same_v<decltype(run()), bool>)
                holds = run();
            else
                run();
            if (holds)
                continue;
            std::cerr << name << ": case " << i << " does not hold" << std::endl;
        } catch (const std::exception& why) {
            std::cerr << name << ": case " << i << ": " << why.what() << std::endl;
        }
        return false;
    }
    return true;
}

template <typename Property> bool check(Property property)
{
    return check("property", std::move(property));
}

} // namespace rc

#define RC_ASSERT(expression)                                                                                          \
    do {                                                                                                               \
        if (!(expression))                                                                                             \
            throw std::runtime_error("does not hold: " #expression);                                                   \
    } while (false)
#define RC_LOG() std::cerr
