// must say: no match for 'operator=='|invalid operands to binary expression
// Ids of different things are never equal, not even by accident.
#include "libauction/base/id.h"

using namespace auction;

bool same(ManagerId manager, AssetId asset) { return manager == asset; }
