// A stranger's program that needs the core alone. Exits 0 when the library adds up.
#include "libauction/base/id.h"
#include "libauction/base/money.h"

int main() {
  const auction::Money spent = auction::Money{30} + auction::Money{20};
  const auto id = auction::parse_id<auction::ManagerTag>("5b0c0000-0000-4000-8000-000000000001");
  return spent == auction::Money{50} && id && !id->is_nil() ? 0 : 1;
}
