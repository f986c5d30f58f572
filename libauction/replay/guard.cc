#include "libauction/replay/guard.h"

#include <atomic>

namespace auction {
namespace {

thread_local int guards_alive = 0;
std::atomic<CheckHandler> handler_before{nullptr};

// Without a handler before, returning hands the failure to check_failed's own last resort.
void throw_if_guarded(const CheckFailure& failure) {
  if (guards_alive > 0) throw failure;
  if (const CheckHandler before = handler_before.load()) before(failure);
}

}  // namespace

CheckGuard::CheckGuard() {
  ++guards_alive;
  const CheckHandler before = set_check_handler(&throw_if_guarded);
  if (before != &throw_if_guarded) handler_before.store(before);
}

CheckGuard::~CheckGuard() { --guards_alive; }

}  // namespace auction
