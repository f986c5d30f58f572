// must say: could not convert|no matching function for call to 'raise'
// A bare number has no unit; an amount says Money.
#include "libauction/base/money.h"

using namespace auction;

Money raise(Money by);

Money price() { return raise(5); }
