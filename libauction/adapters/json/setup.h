// A set-up as JSON: everything an auction pins in its first record.
//
//   {"auction":"<uuid>","rules":{...},"assets":[{"id":"<uuid>","externalId":"MCI","name":
//    "Manchester City","set":"","roles":[],"attributes":{"country":"England"},"basePrice":0}],
//    "managers":[{"id":"<uuid>","label":"Reds","purse":500000000,"retained":[{"asset":0,
//    "price":1}]}],"commissioners":["<uuid>"],"orderCommitment":null}
//
// An asset is named by its place in `assets`, from 0. `rules` is a rule set as in rule_set.h, also
// with a preset. What reads may still not work: ask `check_setup`.
#pragma once

#include <absl/status/statusor.h>

#include <string>
#include <string_view>

#include "libauction/auction/setup.h"

namespace auction {

absl::StatusOr<Setup> setup_from_json(std::string_view text);

// Every field, without blanks. Reading it gives the same value.
std::string to_json(const Setup& setup);

}  // namespace auction
