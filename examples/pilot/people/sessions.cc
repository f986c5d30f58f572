#include "examples/pilot/people/sessions.h"

#include <map>

#include "examples/pilot/people/database.h"
#include "examples/pilot/people/secret.h"
#include "examples/pilot/people/token.h"

namespace pilot {
namespace {

// Families that live are in memory, because every request asks; used tokens are in the rows.
class SessionRows final : public Sessions {
 public:
  SessionRows(std::unique_ptr<SQLite::Database> database, std::string secret, Instant now)
      : database_(std::move(database)), secret_(std::move(secret)) {
    sweep(now);
    SQLite::Statement rows(*database_, "SELECT id, user FROM families");
    while (rows.executeStep()) {
      families_[read_id<SessionFamilyTag>(rows.getColumn(0))] =
          read_id<ActorTag>(rows.getColumn(1));
    }
  }

  std::optional<SignedIn> check(std::string_view access, Instant now) const override {
    const auto claims = verified(access, secret_, now);
    if (!claims) return std::nullopt;
    const auto family = families_.find(claims->family);
    if (family == families_.end() || family->second != claims->user) return std::nullopt;
    return SignedIn{claims->user, claims->family, claims->expires_at};
  }

  SessionTokens begin(ActorId user, Instant now) override {
    const auto family = draw_id<SessionFamilyTag>();
    SQLite::Transaction transaction(*database_);
    SQLite::Statement insert(*database_, "INSERT INTO families VALUES (?, ?, ?, ?)");
    bind_blob(insert, 1, blob(family));
    bind_blob(insert, 2, blob(user));
    insert.bind(3, now.unix_ms);
    insert.bind(4, (now + kRefreshLife).unix_ms);
    insert.exec();
    SessionTokens tokens = issue(user, family, now);
    transaction.commit();
    families_[family] = user;
    return tokens;
  }

  RefreshAnswer refresh(std::string_view token, Instant now) override {
    SQLite::Statement find(*database_,
                           "SELECT family, expires_at, used FROM refresh_tokens WHERE hash = ?");
    bind_blob(find, 1, blob(secret_hash(token)));
    if (!find.executeStep()) return NoSuchToken{};
    const auto family = read_id<SessionFamilyTag>(find.getColumn(0));
    const auto owner = families_.find(family);
    if (owner == families_.end() || find.getColumn(1).getInt64() <= now.unix_ms) {
      return NoSuchToken{};
    }
    const ActorId user = owner->second;
    const bool used = find.getColumn(2).getInt() != 0;
    find.reset();
    if (used) {
      end(family, now);
      return TokenReused{user};
    }
    return rotate(token, user, family, now);
  }

  void end(SessionFamily family, Instant) override {
    families_.erase(family);
    SQLite::Transaction transaction(*database_);
    for (const char* sql :
         {"DELETE FROM refresh_tokens WHERE family = ?", "DELETE FROM families WHERE id = ?"}) {
      SQLite::Statement statement(*database_, sql);
      bind_blob(statement, 1, blob(family));
      statement.exec();
    }
    transaction.commit();
  }

  void end_all(ActorId user, Instant now) override {
    std::vector<SessionFamily> theirs;
    for (const auto& [family, owner] : families_) {
      if (owner == user) theirs.push_back(family);
    }
    for (const SessionFamily family : theirs) end(family, now);
  }

 private:
  SessionTokens rotate(std::string_view token, ActorId user, SessionFamily family, Instant now) {
    SQLite::Transaction transaction(*database_);
    SQLite::Statement use(*database_, "UPDATE refresh_tokens SET used = 1 WHERE hash = ?");
    bind_blob(use, 1, blob(secret_hash(token)));
    use.exec();
    SQLite::Statement prolong(*database_, "UPDATE families SET expires_at = ? WHERE id = ?");
    prolong.bind(1, (now + kRefreshLife).unix_ms);
    bind_blob(prolong, 2, blob(family));
    prolong.exec();
    SessionTokens tokens = issue(user, family, now);
    transaction.commit();
    return tokens;
  }

  SessionTokens issue(ActorId user, SessionFamily family, Instant now) {
    const Instant second{now.unix_ms / 1000 * 1000};
    const TokenClaims claims{user, family, second, second + kAccessLife};
    SessionTokens tokens{sign(claims, secret_), draw_token(), {user, family, claims.expires_at}};
    SQLite::Statement insert(*database_, "INSERT INTO refresh_tokens VALUES (?, ?, ?, 0)");
    bind_blob(insert, 1, blob(secret_hash(tokens.refresh)));
    bind_blob(insert, 2, blob(family));
    insert.bind(3, (now + kRefreshLife).unix_ms);
    insert.exec();
    return tokens;
  }

  void sweep(Instant now) {
    for (const char* sql : {"DELETE FROM refresh_tokens WHERE expires_at <= ?",
                            "DELETE FROM families WHERE expires_at <= ?",
                            "DELETE FROM links WHERE expires_at <= ?"}) {
      SQLite::Statement statement(*database_, sql);
      statement.bind(1, now.unix_ms);
      statement.exec();
    }
  }

  std::unique_ptr<SQLite::Database> database_;
  std::string secret_;
  std::map<SessionFamily, ActorId> families_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Sessions>> Sessions::open(const std::string& file,
                                                         const std::string& secret, Instant now) {
  auto database = open_people_database(file);
  if (!database.ok()) return database.status();
  try {
    return std::make_unique<SessionRows>(*std::move(database), secret, now);
  } catch (const SQLite::Exception& failure) {
    return absl::UnavailableError(failure.what());
  }
}

}  // namespace pilot
