// Quotas: at most so many of a kind in one squad (overseas players, wicket-keepers).
//
// A quota counts assets by an attribute's value, by the lack of a value, or by role:
//   {"overseas", "country", is_not "India", 8}      {"keepers", role "WK", 4}
// An asset's quota mask has bit i set when it counts against quota i, so the bid path asks with one
// AND.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "libauction/catalogue/asset.h"

namespace auction {

inline constexpr std::size_t kMaxQuotas = 16;

enum class QuotaTest : std::uint8_t { kIs = 0, kIsNot = 1, kRole = 2 };

struct Quota {
  std::string name;
  QuotaTest test = QuotaTest::kIs;
  std::string attribute;  // empty for kRole
  std::string value;      // the role for kRole
  std::uint8_t max = 0;

  bool operator==(const Quota&) const = default;
};

using QuotaMask = std::uint16_t;

bool counts_against(const Quota& quota, const Asset& asset);
QuotaMask quota_mask(const std::vector<Quota>& quotas, const Asset& asset);

}  // namespace auction
