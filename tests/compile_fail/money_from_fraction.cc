// must say: narrowing conversion|cannot be narrowed
// No fraction reaches the core: amounts are whole units.
#include "libauction/base/money.h"

using namespace auction;

Money two_and_a_half() { return Money{2.5}; }
