#include "examples/pilot/console/console.h"

#include <sys/stat.h>

#include <iostream>

#include "examples/pilot/people/database.h"
#include "examples/pilot/people/email.h"
#include "examples/pilot/people/links.h"
#include "libauction/adapters/sqlite/sqlite_store.h"
#include "libauction/base/hex.h"
#include "libauction/room/clock.h"

namespace pilot {
namespace {

int tell(std::string_view what, std::string_view why) {
  std::cerr << "pilot: " << what << ": " << why << "\n";
  return 1;
}

int tell(std::string_view what, const absl::Status& status) {
  return tell(what, std::string_view(status.message().data(), status.message().size()));
}

bool is_there(const std::string& file) {
  struct stat found{};
  return stat(file.c_str(), &found) == 0;
}

absl::Status copy_log(const std::string& from, const std::string& to) {
  SqliteOptions as_it_is;
  as_it_is.create = false;
  const auto store = SqliteStore::open(from, as_it_is);
  if (!store.ok()) return store.status();
  if (absl::Status copied = (*store)->backup(to); !copied.ok()) return copied;
  const StreamsAnswer answer = (*store)->streams();
  const auto* streams = std::get_if<std::vector<StreamId>>(&answer);
  if (streams == nullptr) return absl::UnavailableError("its streams cannot be listed");
  for (const StreamId stream : *streams) {
    const HeadAnswer end = (*store)->head(stream);
    const auto* head = std::get_if<Head>(&end);
    if (head == nullptr) return absl::UnavailableError("a head cannot be read");
    std::cout << to_text(stream) << " " << head->seq << ":" << to_hex(head->hash.bytes) << "\n";
  }
  return absl::OkStatus();
}

}  // namespace

int print_link(const Settings& settings, const std::string& text) {
  const auto email = normalised_email(text);
  if (!email) return tell(text, "is no e-mail address");
  auto links = Links::open(settings.database + ".people");
  if (!links.ok()) return tell("DATABASE_URL", links.status());
  AnchoredClock clock;
  const std::string token = (*links)->draw(*email, "", clock.now());
  std::cout << link_to(settings.link_origin, *email, token) << "\n";
  return 0;
}

int back_up(const Settings& settings, const std::string& to) {
  const std::string rows = ".people";
  for (const std::string& file : {to, to + rows}) {
    if (is_there(file)) return tell(file, "is there already; a backup is written where nothing is");
  }
  if (const auto copied = copy_log(settings.database, to); !copied.ok()) return tell(to, copied);
  const auto people = copy_people_database(settings.database + rows, to + rows);
  if (!people.ok()) return tell(to + rows, people.status());
  std::cerr << "copied to " << to << " and " << to + rows << " (" << *people << " people)\n";
  return 0;
}

}  // namespace pilot
