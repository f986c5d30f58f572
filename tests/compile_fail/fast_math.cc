// flags: -ffast-math
// must say: fast-math
// Reordered sums would give another digest from the same log; the headers refuse the flag.
#include "libauction/base/check.h"
