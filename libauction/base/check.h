// AUCTION_CHECK: "we were wrong". On in release builds too.
//
// A refused bid is an answer and a full disk is a status; a failed check is a defect of ours (or a
// log that no engine of ours wrote). The handler must not return: the default prints and aborts,
// a host may install one that throws, and then quarantines the auction it was working on.
//
//   AUCTION_CHECK(next > price, "prices rise");
#pragma once

#if defined(__FAST_MATH__)
#error "libauction is deterministic: build it without -ffast-math"
#endif

namespace auction {

struct CheckFailure {
  const char* file;
  int line;
  const char* condition;
  const char* message;
};

using CheckHandler = void (*)(const CheckFailure&);

// Installs a handler for the whole process and returns the previous one. Any thread may call it.
CheckHandler set_check_handler(CheckHandler handler);

[[noreturn]] void check_failed(const CheckFailure& failure);

// A handler that throws CheckFailure; for replaying logs of strangers, for tests and bindings.
[[noreturn]] void throw_check_failure(const CheckFailure& failure);

}  // namespace auction

#define AUCTION_CHECK(condition, message)                                 \
  do {                                                                    \
    if (!(condition)) [[unlikely]]                                        \
      ::auction::check_failed({__FILE__, __LINE__, #condition, message}); \
  } while (false)
