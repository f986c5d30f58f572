#include "examples/pilot/people/links.h"

#include <fmt/format.h>

#include "examples/pilot/people/database.h"
#include "examples/pilot/people/secret.h"

namespace pilot {
namespace {

class LinkRows final : public Links {
 public:
  explicit LinkRows(std::unique_ptr<SQLite::Database> database) : database_(std::move(database)) {}

  std::string draw(std::string_view email, std::string_view name, Instant now) override {
    const std::string token = draw_token();
    SQLite::Statement sweep(*database_, "DELETE FROM links WHERE expires_at <= ?");
    sweep.bind(1, now.unix_ms);
    sweep.exec();
    SQLite::Statement insert(*database_, "INSERT INTO links VALUES (?, ?, ?, ?)");
    bind_blob(insert, 1, blob(secret_hash(token)));
    insert.bind(2, std::string(email));
    insert.bind(3, std::string(name));
    insert.bind(4, (now + kLinkLife).unix_ms);
    insert.exec();
    return token;
  }

  // Found and gone in one statement, so that of many who come at once one gets in.
  std::optional<std::string> redeem(std::string_view email, std::string_view token,
                                    Instant now) override {
    SQLite::Statement take(*database_,
                           "DELETE FROM links WHERE hash = ? AND email = ? AND expires_at > ? "
                           "RETURNING name");
    bind_blob(take, 1, blob(secret_hash(token)));
    take.bind(2, std::string(email));
    take.bind(3, now.unix_ms);
    std::optional<std::string> name;
    while (take.executeStep()) name = take.getColumn(0).getString();
    return name;
  }

 private:
  std::unique_ptr<SQLite::Database> database_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Links>> Links::open(const std::string& file) {
  auto database = open_people_database(file);
  if (!database.ok()) return database.status();
  return std::make_unique<LinkRows>(*std::move(database));
}

std::string link_to(std::string_view origin, std::string_view email, std::string_view token) {
  std::string encoded;
  for (const char c : email) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    encoded += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return fmt::format("{}/sign-in#email={}&token={}", origin, encoded, token);
}

}  // namespace pilot
