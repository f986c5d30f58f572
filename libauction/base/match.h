// match(variant, lambdas...): one lambda for each alternative, checked by the compiler.
#pragma once

#include <utility>
#include <variant>

namespace auction {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

template <class Variant, class... Cases>
constexpr decltype(auto) match(Variant&& variant, Cases&&... cases) {
  return std::visit(Overloaded<std::decay_t<Cases>...>{std::forward<Cases>(cases)...},
                    std::forward<Variant>(variant));
}

}  // namespace auction
