// People: users as rows, outside of every log, so that a person can be erased.
//
// A user's id is the ActorId its commands carry and the ManagerId of its seats. Streams hold ids
// and neutral labels ("Manager 3"); names are looked up here when something is shown. What an
// erased person did stays, under the label.
//
// Rows live in a SQLite file beside the log ("<log>.people"): users, sessions, sign-in links, and
// the invite tokens that members may see (the log has only their hashes).
#pragma once

#include <absl/status/statusor.h>

#include <memory>

#include "libauction/log/record.h"

namespace pilot {

using namespace auction;

struct User {
  ActorId id;
  std::string name;
  std::string email;  // normalised; unique
  Instant created_at;
};

class People {
 public:
  static absl::StatusOr<std::unique_ptr<People>> open(const std::string& file);
  virtual ~People() = default;

  virtual std::optional<User> find(ActorId id) const = 0;
  virtual std::optional<User> find_by_email(std::string_view email) const = 0;
  // The user of this e-mail, made if there is none; a new name replaces the old one if not empty.
  virtual User sign_up(std::string_view email, std::string_view name, Instant now) = 0;
  virtual void rename(ActorId id, std::string_view name) = 0;
  virtual void erase(ActorId id) = 0;  // and its sessions

  // What is shown of somebody: the name, or the label where there is no such person (any more).
  std::string display_name(ActorId id, std::string_view label) const {
    const auto user = find(id);
    return user ? user->name : std::string(label);
  }

  // The league's invite token that stands, for members to see.
  virtual void keep_invite(LeagueId league, std::string_view token) = 0;
  virtual std::optional<std::string> invite_of(LeagueId league) const = 0;
  virtual std::optional<LeagueId> league_of_invite(std::string_view token) const = 0;
};

}  // namespace pilot
