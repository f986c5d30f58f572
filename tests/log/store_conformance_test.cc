#include "tests/log/store_conformance.h"

#include "libauction/log/memory_store.h"
#include "libauction/log/store_log.h"
#include "tests/catch.h"
#include "tests/log/event_log_conformance.h"
#include "tests/support/chains.h"

namespace auction {
namespace {

constexpr StreamId kRoom{1, 2};
constexpr StreamId kOtherRoom{1, 3};

StreamBatch part_of(StreamId stream, std::uint64_t expected, std::span<const Record> records,
                    std::vector<StoredAnswer> answers = {}) {
  return {stream, expected, {records.begin(), records.end()}, std::move(answers)};
}

bool committed(Store& store, std::vector<StreamBatch> batch) {
  return std::holds_alternative<Committed>(store.commit(batch));
}

std::vector<Record> read_all(Store& store, StreamId stream, std::uint64_t from = 1) {
  std::vector<Record> records;
  const HeadAnswer answer = store.read(stream, from, [&](const Record& record) {
    records.push_back(record);
    return true;
  });
  REQUIRE(std::holds_alternative<Head>(answer));
  return records;
}

Head head_of(Store& store, StreamId stream) { return std::get<Head>(store.head(stream)); }

std::optional<StoredAnswer> answer_of(Store& store, StreamId stream, CommandId command) {
  return std::get<std::optional<StoredAnswer>>(store.find_answer(stream, command));
}

void check_reading(StoreUnderTest& under_test) {
  const std::vector<Record> chain = chain_of(kRoom, {1, 3, 1, 2});
  const std::span<const Record> records(chain);

  SECTION("a store nobody wrote to is empty") {
    CHECK(head_of(under_test.store(), kRoom) == genesis(kRoom));
    CHECK(read_all(under_test.store(), kRoom).empty());
    CHECK(std::get<std::vector<StreamId>>(under_test.store().streams()).empty());
    CHECK_FALSE(answer_of(under_test.store(), kRoom, answer_to(1).command));
  }
  SECTION("what was committed is read back, whatever the batches, also after a restart") {
    CHECK(committed(under_test.store(), {part_of(kRoom, 0, records.first(1))}));
    CHECK(committed(under_test.store(), {part_of(kRoom, 1, records.subspan(1))}));
    CHECK(read_all(under_test.store(), kRoom) == chain);
    under_test.reopen();
    CHECK(read_all(under_test.store(), kRoom) == chain);
    CHECK(head_of(under_test.store(), kRoom) == head_after(chain.back()));
  }
  SECTION("reading from the middle begins with the record that holds the event") {
    REQUIRE(committed(under_test.store(), {part_of(kRoom, 0, records.first(2))}));
    REQUIRE(committed(under_test.store(), {part_of(kRoom, 4, records.subspan(2))}));
    CHECK(read_all(under_test.store(), kRoom, 2).front() == chain[1]);
    CHECK(read_all(under_test.store(), kRoom, 4).front() == chain[1]);
    CHECK(read_all(under_test.store(), kRoom, 5).front() == chain[2]);
    CHECK(read_all(under_test.store(), kRoom, 6).front() == chain[3]);
    CHECK(read_all(under_test.store(), kRoom, 8).empty());
    CHECK(read_all(under_test.store(), kRoom, UINT64_MAX).empty());
  }
  SECTION("streams are told by id, those with records") {
    const std::vector<Record> other = chain_of(kOtherRoom, {2});
    REQUIRE(committed(under_test.store(), {part_of(kOtherRoom, 0, other), part_of(kRoom, 0, chain),
                                           part_of({9, 9}, 0, {}, {answer_to(1)})}));
    CHECK(std::get<std::vector<StreamId>>(under_test.store().streams()) ==
          std::vector<StreamId>{kRoom, kOtherRoom});
  }
  SECTION("a withheld record and a body of a megabyte come back as they were") {
    std::vector<Record> kept = chain;
    kept[0] = withhold(kept[0]);
    kept[3].body.assign(1 << 20, 0x5a);
    kept[3].body_hash = content_hash(kept[3].salt, kept[3].body);
    kept[3].hash = link_hash(kept[3]);
    REQUIRE(committed(under_test.store(), {part_of(kRoom, 0, kept)}));
    under_test.reopen();
    CHECK(read_all(under_test.store(), kRoom) == kept);
  }
}

void check_all_or_nothing(StoreUnderTest& under_test) {
  const std::vector<Record> chain = chain_of(kRoom, {1, 3, 1, 2});
  const std::vector<Record> other = chain_of(kOtherRoom, {2, 1});
  const std::span<const Record> records(chain);
  Store& store = under_test.store();
  REQUIRE(committed(store, {part_of(kRoom, 0, records.first(2), {answer_to(1)})}));

  SECTION("one stream that does not fit refuses the whole batch and is named") {
    const std::vector<StreamBatch> batch{part_of(kOtherRoom, 0, other, {answer_to(2)}),
                                         part_of(kRoom, 1, records.subspan(1))};
    const CommitAnswer answer = store.commit(batch);
    REQUIRE(std::holds_alternative<BatchConflict>(answer));
    CHECK(std::get<BatchConflict>(answer).stream == kRoom);
    CHECK(std::get<BatchConflict>(answer).head == head_after(chain[1]));
    CHECK(head_of(store, kOtherRoom) == genesis(kOtherRoom));
    CHECK_FALSE(answer_of(store, kOtherRoom, answer_to(2).command));
    CHECK(committed(store, {batch[0], part_of(kRoom, 4, records.subspan(2))}));
  }
  SECTION("neither a gap nor a fork can be stored") {
    CHECK_FALSE(committed(store, {part_of(kRoom, 5, records.subspan(3))}));
    const Record fork = record_after(head_after(record_after(head_after(chain[0]), 3, 7)), 1);
    CHECK(fork.seq == 5);
    CHECK_FALSE(committed(store, {part_of(kRoom, 4, {&fork, 1})}));
    CHECK(head_of(store, kRoom) == head_after(chain[1]));
  }
  SECTION("a refusal of a caller who is behind is not stored either") {
    CHECK_FALSE(committed(store, {part_of(kRoom, 1, {}, {answer_to(3)})}));
    CHECK_FALSE(answer_of(store, kRoom, answer_to(3).command));
  }
  SECTION("an empty batch is fine") { CHECK(committed(store, {})); }
}

void check_answers(StoreUnderTest& under_test) {
  const std::vector<Record> chain = chain_of(kRoom, {1, 2});
  const std::span<const Record> records(chain);
  const std::vector<StoredAnswer> two{answer_to(1), answer_to(2, 0)};
  REQUIRE(committed(under_test.store(), {part_of(kRoom, 0, records.first(1), two)}));

  SECTION("answers are found byte for byte, by stream and id, also after a restart") {
    under_test.reopen();
    CHECK(answer_of(under_test.store(), kRoom, two[0].command) == two[0]);
    CHECK(answer_of(under_test.store(), kRoom, two[1].command) == two[1]);
    CHECK_FALSE(answer_of(under_test.store(), kOtherRoom, two[0].command));
  }
  SECTION("refusals leave answers and no records") {
    CHECK(committed(under_test.store(), {part_of(kRoom, 1, {}, {answer_to(3, 5000)})}));
    CHECK(head_of(under_test.store(), kRoom) == head_after(chain[0]));
    CHECK(answer_of(under_test.store(), kRoom, answer_to(3).command) == answer_to(3, 5000));
  }
  SECTION("a command is answered once: a second answer refuses the batch") {
    CHECK_FALSE(
        committed(under_test.store(), {part_of(kRoom, 1, records.subspan(1), {answer_to(2)})}));
    CHECK(head_of(under_test.store(), kRoom) == head_after(chain[0]));
    CHECK(answer_of(under_test.store(), kRoom, two[1].command) == two[1]);
    CHECK(committed(under_test.store(), {part_of(kOtherRoom, 0, {}, {answer_to(2)})}));
  }
}

class MemoryStoreUnderTest final : public StoreUnderTest {
 public:
  Store& store() override { return store_; }
  void reopen() override {}  // it outlives nothing, so it stays

 private:
  MemoryStore store_;
};

class StoreLogUnderTest final : public EventLogUnderTest {
 public:
  EventLog& log() override { return log_; }
  void reopen() override {}

 private:
  MemoryStore store_;
  StoreLog log_{store_};
};

}  // namespace

void check_store(StoreUnderTest& under_test) {
  SECTION("reading") { check_reading(under_test); }
  SECTION("all or nothing") { check_all_or_nothing(under_test); }
  SECTION("answers") { check_answers(under_test); }
}

TEST_CASE("the memory store keeps the promises of the port") {
  MemoryStoreUnderTest under_test;
  check_store(under_test);
}

TEST_CASE("a log over a store keeps the promises of the log's port") {
  StoreLogUnderTest under_test;
  check_event_log(under_test);
}

}  // namespace auction
