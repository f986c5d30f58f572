// HTTP long-polling: GET waits for packets, POST brings them.
#include <absl/strings/str_cat.h>

#include "libauction/adapters/socketio/engine_internal.h"
#include "libauction/adapters/socketio/query_internal.h"

namespace auction {
namespace {

constexpr std::string_view kPlain = "text/plain; charset=UTF-8";
constexpr std::string_view kJson = "application/json";

// The codes that Engine.IO's own server gives, for clients that know them.
constexpr int kUnknownTransport = 0;
constexpr int kUnknownSid = 1;
constexpr int kBadMethod = 2;
constexpr int kBadRequest = 3;
constexpr int kForbidden = 4;
constexpr int kUnsupportedVersion = 5;

}  // namespace

void Engine::request(const PollRequest& request, Instant now) {
  const EngineQuery query = parse_query(request.query);
  const ExchangeId exchange = request.exchange;
  if (query.version != "4") {
    return state_->refuse(exchange, 400, kUnsupportedVersion, "EIO must be 4");
  }
  if (query.transport != "polling") {
    return state_->refuse(exchange, 400, kUnknownTransport,
                          "transport must be polling, or websocket with an upgrade");
  }
  const bool get = request.method == "GET";
  if (query.sid.empty()) {
    if (!get) return state_->refuse(exchange, 400, kBadMethod, "a handshake must be a GET");
    const EngineConnection* opened = state_->open(exchange, now);
    if (opened == nullptr) {
      return state_->refuse(exchange, 503, kForbidden,
                            absl::StrCat("connections: at most ", state_->rules.max_connections));
    }
    state_->actions.push_back(
        Respond{exchange, 200, kPlain,
                *text_frame(EnginePacketType::kOpen, state_->handshake(*opened)).bytes});
    return;
  }
  EngineConnection* connection = state_->find_sid(query.sid);
  // A GET comes after the pong that it may have been waiting for; a POST may be that pong.
  if (connection != nullptr && get && !state_->ring(*connection, now)) connection = nullptr;
  if (connection == nullptr) return state_->refuse(exchange, 400, kUnknownSid, "sid is not known");
  if (connection->wire) {
    return state_->refuse(exchange, 400, kBadRequest, "the connection is a WebSocket by now");
  }
  if (get) return state_->poll(*connection, exchange);
  if (request.method != "POST") {
    return state_->refuse(exchange, 400, kBadMethod, "method must be GET or POST");
  }
  state_->post(*connection, exchange, request.body, now);
}

void Engine::request_gone(ExchangeId exchange) {
  const auto found = state_->by_poll.find(exchange.value);
  if (found == state_->by_poll.end()) return;
  EngineConnection& connection = *state_->find({found->second});
  state_->by_poll.erase(found);
  connection.poll.reset();
  state_->end(connection, CloseReason::kTransportError, "a poll was cancelled");
}

void EngineState::refuse(ExchangeId exchange, int status, int code, std::string_view message) {
  actions.push_back(
      Respond{exchange, status, kJson,
              absl::StrCat("{\"code\":", code, ",\"message\":\"",
                           absl::string_view(message.data(), message.size()), "\"}")});
}

void EngineState::answer(EngineConnection& connection, std::string body) {
  if (!connection.poll) return;
  actions.push_back(Respond{*connection.poll, 200, kPlain, std::move(body)});
  by_poll.erase(connection.poll->value);
  connection.poll.reset();
}

void EngineState::poll(EngineConnection& connection, ExchangeId exchange) {
  if (connection.poll) {
    refuse(exchange, 400, kBadRequest, "one GET at a time");
    return end(connection, CloseReason::kTransportError, "two polls at once");
  }
  connection.poll = exchange;
  by_poll[exchange.value] = connection.id.value;
  if (!connection.closing) return mark(connection);
  answer(connection, payload_of(connection.queue));
  forget(connection);
}

void EngineState::post(EngineConnection& connection, ExchangeId exchange, std::string_view body,
                       Instant now) {
  if (connection.closing) return refuse(exchange, 400, kUnknownSid, "sid is not known");
  if (body.size() > rules.max_payload) {
    refuse(exchange, 413, kBadRequest, absl::StrCat("body: at most ", rules.max_payload, " bytes"));
    return end(connection, CloseReason::kPayloadTooLarge);
  }
  const ConnectionId id = connection.id;
  PayloadPieces pieces{body};
  while (!pieces.finished && find(id) != nullptr) {
    auto packet = packet_from_piece(pieces.next());
    const absl::Status status =
        packet.ok() ? receive(connection, *std::move(packet), now) : packet.status();
    if (!status.ok()) {
      const std::string why(status.message());
      refuse(exchange, 400, kBadRequest, why);
      return end(connection, CloseReason::kParseError, why);
    }
  }
  actions.push_back(Respond{exchange, 200, "text/html", "ok"});
}

}  // namespace auction
