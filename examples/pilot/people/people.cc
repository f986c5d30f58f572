#include "examples/pilot/people/people.h"

#include <map>

#include "examples/pilot/people/database.h"
#include "examples/pilot/people/secret.h"

namespace pilot {
namespace {

// All users are in memory, because every message shows names; the rows are what stays.
class PeopleRows final : public People {
 public:
  explicit PeopleRows(std::unique_ptr<SQLite::Database> database) : database_(std::move(database)) {
    SQLite::Statement users(*database_, "SELECT id, email, name, created_at FROM users");
    while (users.executeStep()) {
      remember({read_id<ActorTag>(users.getColumn(0)),
                users.getColumn(2).getString(),
                users.getColumn(1).getString(),
                {users.getColumn(3).getInt64()}});
    }
    SQLite::Statement invites(*database_, "SELECT league, token FROM invites");
    while (invites.executeStep()) {
      remember_invite(read_id<LeagueTag>(invites.getColumn(0)), invites.getColumn(1).getString());
    }
  }

  std::optional<User> find(ActorId id) const override {
    const auto found = users_.find(id);
    return found == users_.end() ? std::nullopt : std::optional(found->second);
  }

  std::optional<User> find_by_email(std::string_view email) const override {
    const auto found = by_email_.find(email);
    return found == by_email_.end() ? std::nullopt : find(found->second);
  }

  User sign_up(std::string_view email, std::string_view name, Instant now) override {
    if (auto known = find_by_email(email)) {
      if (!name.empty() && name != known->name) {
        rename(known->id, name);
        known->name = name;
      }
      return *known;
    }
    const User user{draw_id<ActorTag>(),
                    std::string(name.empty() ? email.substr(0, email.find('@')) : name),
                    std::string(email), now};
    SQLite::Statement insert(*database_, "INSERT INTO users VALUES (?, ?, ?, ?)");
    bind_blob(insert, 1, blob(user.id));
    insert.bind(2, user.email);
    insert.bind(3, user.name);
    insert.bind(4, user.created_at.unix_ms);
    insert.exec();
    remember(user);
    return user;
  }

  void rename(ActorId id, std::string_view name) override {
    const auto found = users_.find(id);
    if (found == users_.end()) return;
    SQLite::Statement update(*database_, "UPDATE users SET name = ? WHERE id = ?");
    update.bind(1, std::string(name));
    bind_blob(update, 2, blob(id));
    update.exec();
    found->second.name = name;
  }

  void erase(ActorId id) override {
    const auto found = users_.find(id);
    if (found == users_.end()) return;
    SQLite::Transaction transaction(*database_);
    run("DELETE FROM refresh_tokens WHERE family IN (SELECT id FROM families WHERE user = ?)", id);
    run("DELETE FROM families WHERE user = ?", id);
    run("DELETE FROM links WHERE email = (SELECT email FROM users WHERE id = ?)", id);
    run("DELETE FROM users WHERE id = ?", id);
    transaction.commit();
    by_email_.erase(found->second.email);
    users_.erase(found);
  }

  void keep_invite(LeagueId league, std::string_view token) override {
    SQLite::Statement replace(*database_, "INSERT OR REPLACE INTO invites VALUES (?, ?)");
    bind_blob(replace, 1, blob(league));
    replace.bind(2, std::string(token));
    replace.exec();
    remember_invite(league, std::string(token));
  }

  std::optional<std::string> invite_of(LeagueId league) const override {
    const auto found = invites_.find(league);
    return found == invites_.end() ? std::nullopt : std::optional(found->second);
  }

  std::optional<LeagueId> league_of_invite(std::string_view token) const override {
    const auto found = by_invite_.find(token);
    return found == by_invite_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void remember(const User& user) {
    by_email_[user.email] = user.id;
    users_[user.id] = user;
  }
  void remember_invite(LeagueId league, const std::string& token) {
    if (const auto old = invites_.find(league); old != invites_.end())
      by_invite_.erase(old->second);
    invites_[league] = token;
    by_invite_[token] = league;
  }
  void run(const char* sql, ActorId id) {
    SQLite::Statement statement(*database_, sql);
    bind_blob(statement, 1, blob(id));
    statement.exec();
  }

  std::unique_ptr<SQLite::Database> database_;
  std::map<ActorId, User> users_;
  std::map<std::string, ActorId, std::less<>> by_email_;
  std::map<LeagueId, std::string> invites_;
  std::map<std::string, LeagueId, std::less<>> by_invite_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<People>> People::open(const std::string& file) {
  auto database = open_people_database(file);
  if (!database.ok()) return database.status();
  try {
    return std::make_unique<PeopleRows>(*std::move(database));
  } catch (const SQLite::Exception& failure) {
    return absl::UnavailableError(failure.what());
  }
}

}  // namespace pilot
