// must compile
// The positive control: what the other files do wrongly, done rightly. If this one fails, their
// failures prove nothing.
#include "libauction/base/id.h"
#include "libauction/base/instant.h"
#include "libauction/base/money.h"

using namespace auction;

bool owns(ManagerId manager, AssetId asset);
Money raise(Money by);

bool right(ManagerId manager, AssetId asset) { return owns(manager, asset); }
bool same(ManagerId one, ManagerId other) { return one == other; }
Money price() { return raise(Money{5}); }
bool dearer(Money amount) { return amount > Money{5}; }
Instant deadline(Instant now, Millis window) { return now + window; }
Millis left(Instant now, Instant deadline) { return deadline - now; }
