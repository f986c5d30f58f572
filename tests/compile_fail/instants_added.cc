// must say: no match for 'operator+'|invalid operands to binary expression
// Two points in time have a difference and no sum.
#include "libauction/base/instant.h"

using namespace auction;

Instant sum(Instant one, Instant other) { return one + other; }
