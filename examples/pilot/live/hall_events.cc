// What clients say. Every event has one argument, an object, and an answer.
#include "examples/pilot/live/crowd.h"
#include "libauction/adapters/socketio/arguments.h"

namespace pilot {
namespace {

constexpr std::size_t kMostBid = 2 * 1024;

// An answer of REST, as an ack says it.
Json failure(const Answer& answer) {
  const Json body = Json::parse(answer.body);
  return {{"ok", false}, {"code", body.at("code")}, {"detail", body.at("detail")}};
}

Json failure(std::string_view code, std::string_view detail) {
  return {{"ok", false}, {"code", code}, {"detail", detail}};
}

}  // namespace

void Crowd::heard(const SocketEvent& event) {
  const auto found = guests_.find(event.socket);
  if (found == guests_.end()) return;
  const std::vector<std::string_view> args = split_arguments(event.args);
  Call call;
  if (!args.empty()) call.body = args.front();
  if (event.name == "bid" && call.body.size() > kMostBid) {
    return acknowledge(event.socket, event.ack, failure("too_large", "A bid is 2 KiB at most."));
  }
  const std::variant<Json, Answer> body = read_object(call);
  if (const auto* refused = std::get_if<Answer>(&body)) {
    return acknowledge(event.socket, event.ack, failure(*refused));
  }
  const Json& object = std::get<Json>(body);
  if (event.name == "bid") return bid(event.socket, found->second, event, object);
  const Outcome outcome = on(event.socket, found->second, event.name, object);
  acknowledge(event.socket, event.ack, outcome.ack);
  tell(event.socket, outcome);
}

Crowd::Outcome Crowd::on(SocketId socket, Guest& guest, std::string_view name, const Json& body) {
  if (name == "join_league") return join_league(socket, guest, body);
  if (name == "leave_league") return leave_league(socket, guest, body);
  if (name == "join_auction") return join_auction(socket, guest, body);
  if (name == "leave_auction") return leave_auction(socket, guest, body);
  if (name == "rejoin_rooms") return rejoin_rooms(socket, guest, body);
  if (name == "time") {
    const auto asked = body.find("clientNow");
    return {{{"ok", true},
             {"clientNow", asked == body.end() ? Json() : *asked},
             {"serverNow", now_.unix_ms}}};
  }
  return {failure("unknown_event", "There is no such event.")};
}

void Crowd::bid(SocketId socket, const Guest& guest, const SocketEvent& event, const Json& body) {
  const Millis wait = needs_.limits.pass_bid(guest.who.user, guest.address, "bid", now_);
  if (wait > Millis{0}) {
    Json limited = failure("rate_limited", "Too many bids.");
    limited["retryAfterMs"] = wait.count;
    return acknowledge(socket, event.ack, limited);
  }
  const auto answered = [this, socket, ack = event.ack](const Answer& answer) {
    if (answer.status != 200) return acknowledge(socket, ack, failure(answer));
    if (ack) hub_.acknowledge(socket, *ack, answer.body);
  };
  Fields fields(body);
  const auto auction = parse_id<AuctionTag>(fields.text("auctionId", 1, 36));
  if (!fields.faults().empty()) return answered(malformed(fields.faults()));
  if (!auction) return answered(unknown());
  auctions_->bid(*auction, guest.who.user, body, event.at, answered);
}

void Crowd::acknowledge(SocketId socket, const std::optional<AckNumber>& ack, const Json& json) {
  if (ack) hub_.acknowledge(socket, *ack, text_of(json));
}

void Crowd::tell(SocketId socket, std::string_view event, std::string_view json) {
  hub_.emit(socket, {.event = event, .args = json});
}

void Crowd::tell(SocketId socket, const Outcome& outcome) {
  for (const auto& [event, json] : outcome.then) tell(socket, event, json);
  for (const AuctionId auction : outcome.fed) {
    Guest& guest = guests_.at(socket);
    feed(socket, guest, auction, guest.auctions.at(auction));
  }
}

}  // namespace pilot
