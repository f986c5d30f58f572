// must say: no match for 'operator>'|invalid operands to binary expression
#include "libauction/base/money.h"

using namespace auction;

bool dearer(Money amount) { return amount > 5; }
