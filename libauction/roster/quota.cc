#include "libauction/roster/quota.h"

namespace auction {

bool counts_against(const Quota& quota, const Asset& asset) {
  switch (quota.test) {
    case QuotaTest::kIs:
      return attribute(asset, quota.attribute) == quota.value;
    case QuotaTest::kIsNot:
      return attribute(asset, quota.attribute) != quota.value;
    case QuotaTest::kRole:
      return has_role(asset, quota.value);
  }
  return false;
}

QuotaMask quota_mask(const std::vector<Quota>& quotas, const Asset& asset) {
  unsigned mask = 0;
  for (std::size_t i = 0; i < quotas.size(); ++i) {
    if (counts_against(quotas[i], asset)) mask |= 1u << i;
  }
  return static_cast<QuotaMask>(mask);
}

}  // namespace auction
