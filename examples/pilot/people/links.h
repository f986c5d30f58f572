// Sign-in links: who can read a mailbox may come in. A token of 256 bits, kept as its hash, good
// for 15 minutes and once.
//
//   const std::string token = links.draw(email, name, now);
//   links.redeem(email, token, now) -> the name it was asked with; a second time nothing
#pragma once

#include <memory>

#include "examples/pilot/people/people.h"

namespace pilot {

inline constexpr Millis kLinkLife = seconds(15 * 60);

class Links {
 public:
  virtual ~Links() = default;
  static absl::StatusOr<std::unique_ptr<Links>> open(const std::string& file);

  virtual std::string draw(std::string_view email, std::string_view name, Instant now) = 0;
  virtual std::optional<std::string> redeem(std::string_view email, std::string_view token,
                                            Instant now) = 0;
};

// Where a click redeems it. The token is in the fragment, which no server ever sees:
// "https://auction.example.com/sign-in#email=a%40example.com&token=..."
std::string link_to(std::string_view origin, std::string_view email, std::string_view token);

}  // namespace pilot
