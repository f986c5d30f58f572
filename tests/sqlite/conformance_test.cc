// The SQLite store under the suites of the ports.
#include "libauction/log/store_log.h"
#include "tests/log/event_log_conformance.h"
#include "tests/log/store_conformance.h"
#include "tests/sqlite/folder.h"

namespace auction {
namespace {

class SqliteUnderTest final : public StoreUnderTest, public EventLogUnderTest {
 public:
  Store& store() override { return *store_; }
  EventLog& log() override {
    log_.emplace(*store_);
    return *log_;
  }
  void reopen() override {
    store_.reset();
    store_ = must(SqliteStore::open(folder_ / "auctions.db", small()));
    must(store_->verify());
  }

 private:
  Folder folder_;
  std::unique_ptr<SqliteStore> store_ = must(SqliteStore::open(folder_ / "auctions.db", small()));
  std::optional<StoreLog> log_;
};

}  // namespace

TEST_CASE("the SQLite store keeps the promises of the port") {
  SqliteUnderTest under_test;
  check_store(under_test);
}

TEST_CASE("a log over the SQLite store keeps the promises of the log's port") {
  SqliteUnderTest under_test;
  check_event_log(under_test);
}

}  // namespace auction
