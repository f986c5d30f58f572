#include "libauction/base/check.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace auction {
namespace {

void print_and_abort(const CheckFailure& failure) {
  std::fprintf(stderr, "%s:%d: check failed: %s (%s)\n", failure.file, failure.line,
               failure.message, failure.condition);
  std::abort();
}

std::atomic<CheckHandler> installed{&print_and_abort};

}  // namespace

CheckHandler set_check_handler(CheckHandler handler) { return installed.exchange(handler); }

void check_failed(const CheckFailure& failure) {
  installed.load()(failure);
  print_and_abort(failure);
  std::abort();
}

void throw_check_failure(const CheckFailure& failure) { throw failure; }

}  // namespace auction
