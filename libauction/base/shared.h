// Shared<T>: a counted handle to an immutable value that compares by content.
//
// A rule set, a catalogue or a drawn order is built once and named by many states and events;
// copying the handle copies no content, and equal content is equal wherever it lives. Threads may
// share handles. A default-made handle holds a default-made value. (The count uses the compilers'
// own atomics: <atomic> alone would cost every core header 12,000 lines.)
#pragma once

#include <cstdint>
#include <utility>

namespace auction {

template <class T>
class Shared {
 public:
  Shared() : Shared(T{}) {}
  explicit Shared(T value) : box_(new Box{std::move(value)}) {}
  Shared(const Shared& other) noexcept : box_(other.box_) {
    __atomic_fetch_add(&box_->uses, 1, __ATOMIC_RELAXED);
  }
  // Moving copies the handle: a moved-from one still holds its value, so none is ever empty.
  Shared& operator=(const Shared& other) noexcept {
    Shared copy(other);
    std::swap(box_, copy.box_);
    return *this;
  }
  ~Shared() {
    if (__atomic_fetch_sub(&box_->uses, 1, __ATOMIC_ACQ_REL) == 1) delete box_;
  }

  const T& operator*() const { return box_->value; }
  const T* operator->() const { return &box_->value; }

  friend bool operator==(const Shared& a, const Shared& b) {
    return a.box_ == b.box_ || a.box_->value == b.box_->value;
  }

 private:
  struct Box {
    const T value;
    std::uint32_t uses = 1;
  };
  Box* box_;
};

}  // namespace auction
