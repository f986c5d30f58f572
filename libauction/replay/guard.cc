#include "libauction/replay/guard.h"

#include <atomic>
#include <mutex>

namespace auction {
namespace {

thread_local int guards_here = 0;

std::mutex installing;
int threads_guarded = 0;  // under `installing`
std::atomic<CheckHandler> handler_before{nullptr};

// Without a handler before, returning hands the failure to check_failed's own last resort.
void throw_if_guarded(const CheckFailure& failure) {
  if (guards_here > 0) throw failure;
  if (const CheckHandler before = handler_before.load()) before(failure);
}

void install() {
  const std::lock_guard lock(installing);
  if (threads_guarded++ == 0) handler_before = set_check_handler(&throw_if_guarded);
}

// A handler that the host has installed meanwhile is left in place.
void remove() {
  const std::lock_guard lock(installing);
  if (--threads_guarded > 0) return;
  const CheckHandler found = set_check_handler(handler_before);
  if (found != &throw_if_guarded) set_check_handler(found);
}

}  // namespace

CheckGuard::CheckGuard() {
  if (guards_here++ == 0) install();
}

CheckGuard::~CheckGuard() {
  if (--guards_here == 0) remove();
}

}  // namespace auction
