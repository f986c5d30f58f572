// A stranger's program that links the adapters too, and with them all that they bring.
#include <absl/status/status.h>

#include "libauction/base/money.h"

int main() {
  const auction::Money price{30};
  return absl::OkStatus().ok() && price.units == 30 ? 0 : 1;
}
