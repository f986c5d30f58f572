// must say: could not convert|no matching function for call to 'owns'
// A manager is not an asset: swapped arguments must not compile.
#include "libauction/base/id.h"

using namespace auction;

bool owns(ManagerId manager, AssetId asset);

bool swapped(ManagerId manager, AssetId asset) { return owns(asset, manager); }
