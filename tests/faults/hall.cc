#include "tests/faults/hall.h"

#include <algorithm>

namespace auction {

void Ear::answered(const Request& request, const Receipt& receipt) {
  answers.emplace_back(request.ticket, receipt);
  const bool kept = receipt.verdict == Verdict::kAccepted || receipt.verdict == Verdict::kRefused;
  if (!kept || request.id.is_nil()) return;
  const StoredAnswer* stored = store_.answer(request.stream, request.id);
  const bool no_room = store_.records(request.stream).empty();
  check(stored != nullptr || no_room, "an answer was told that is not kept");
  if (stored == nullptr) return;
  check(stored->payload == payload_of(request), "an answer was told to somebody else");
  check(stored->answer == encode(receipt), "another answer was told than is kept");
}

void Ear::recorded(StreamId stream, const Record& record, std::span<const Event> events,
                   const State& after) {
  ++records;
  const std::vector<Record>& kept = store_.records(stream);
  const auto found =
      std::lower_bound(kept.begin(), kept.end(), record.seq,
                       [](const Record& r, std::uint64_t seq) { return r.seq < seq; });
  check(found != kept.end() && *found == record, "a record was told that is not kept");
  check(after.seq == last_seq(record), "a record was told with another state");
  check(events.size() == record.count, "a record was told with other events");
  const auto [told, first] = told_.try_emplace(stream, record.seq - 1);
  check(told->second + 1 == record.seq, "records were told out of order");
  told->second = last_seq(record);
}

void Ear::quarantined(StreamId, const char* why) { quarantines.emplace_back(why); }

const Receipt* Ear::of(Ticket ticket) const {
  const auto found = std::find_if(answers.rbegin(), answers.rend(),
                                  [&](const auto& answer) { return answer.first == ticket; });
  return found == answers.rend() ? nullptr : &found->second;
}

Hall::Hall(HouseOptions o) : options(o) { restart(); }

void Hall::restart() {
  house.reset();
  ear.new_house();
  house = std::make_unique<House>(store, salts, ear, options);
  AUCTION_CHECK(!house->open(now), "the store can be read");
}

Ticket Hall::submit(StreamId stream, ActorId actor, Command command, CommandId id) {
  house->submit({stream, id, actor, false, std::move(command), now, ++tickets});
  return tickets;
}

Ticket Hall::submit_as_host(StreamId stream, Command command, CommandId id) {
  house->submit({stream, id, {}, true, std::move(command), now, ++tickets});
  return tickets;
}

Receipt Hall::ask(StreamId stream, ActorId actor, Command command, CommandId id) {
  const Ticket ticket = submit(stream, actor, std::move(command), id);
  turn();
  commit();
  const Receipt* receipt = ear.of(ticket);
  AUCTION_CHECK(receipt != nullptr, "a commit answers");
  return *receipt;
}

StreamId Hall::create(const Setup& given) {
  Setup setup = given;
  const Seed seed = seed_from(7);
  const bool draws = needs_draw(setup.rules->order.kind);
  if (draws) setup.order_commitment = commitment(seed);
  const StreamId stream = stream_of(setup.auction);
  const ActorId commissioner = setup.commissioners.at(0);
  submit_as_host(stream, Create{Shared<Setup>(std::move(setup))});
  if (draws) submit_as_host(stream, DrawOrder{seed});
  AUCTION_CHECK(ask(stream, commissioner, Open{}).verdict == Verdict::kAccepted, "it opens");
  return stream;
}

void Hall::pass_and_turn(Millis length) {
  pass(length);
  turn();
  commit();
}

}  // namespace auction
