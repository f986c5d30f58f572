// A client's side of Engine.IO and Socket.IO, by frames.
#include "libauction/adapters/socketio/arguments.h"
#include "libauction/base/match.h"
#include "tests/catch.h"
#include "tests/pilot/stage.h"

namespace pilot {

Client& Stage::connect(ActorId who, Json auth) {
  Client& client = *clients_.emplace_back(std::make_unique<Client>());
  client.stage_ = this;
  client.wire_ = {++wires_};
  if (!auth.contains("token")) auth["token"] = sessions_->begin(who, now).access;
  hall_->hub().wire_opened(client.wire_, "EIO=4&transport=websocket", now);
  pump();
  hall_->hub().frame(client.wire_, "40" + auth.dump(), false, now);
  pump();
  CHECK(client.connected != !client.refused.empty());
  return client;
}

void Stage::lose(Client& client) {
  client.closed = true;
  hall_->hub().wire_gone(client.wire_, now);
  pump();
}

void Stage::read_again(Client& client) {
  client.reads = true;
  for (const EngineFrame& frame : std::exchange(client.unread_, {})) client.take(*frame.bytes);
  hall_->hub().written(client.wire_);
  pump();
}

void Stage::perform() {
  for (const EngineAction& action : hall_->hub().take_actions()) {
    match(
        action, [](const Respond&) {},
        [&](const SendFrames& sent) {
          for (const auto& client : clients_) {
            if (client->wire_ != sent.wire || client->closed) continue;
            if (!client->reads) {
              client->unread_.insert(client->unread_.end(), sent.frames.begin(), sent.frames.end());
              continue;
            }
            for (const EngineFrame& frame : sent.frames) client->take(*frame.bytes);
            hall_->hub().written(sent.wire);
          }
        },
        [&](const CloseWire& closed) {
          for (const auto& client : clients_) {
            if (client->wire_ == closed.wire) client->closed = true;
          }
          hall_->hub().wire_gone(closed.wire, now);
        });
  }
  for (const auto& client : clients_) {
    for (const std::string& reply : std::exchange(client->replies_, {})) {
      if (!client->closed) hall_->hub().frame(client->wire_, reply, false, now);
    }
  }
}

void Client::take(const std::string& frame) {
  if (frame == "2") replies_.emplace_back("3");
  if (frame.starts_with("40")) {
    connected = true;
    pid = Json::parse(frame.substr(2)).value("pid", "");
  }
  if (frame.starts_with("44")) refused = frame.substr(2);
  if (frame.starts_with("42")) {
    const Json event = Json::parse(frame.substr(2));
    Heard heard{event[0], event.size() > 1 ? event[1] : Json(), ""};
    if (event.size() > 2) offset = heard.offset = event[2];
    heard_.push_back(std::move(heard));
  }
  if (frame.starts_with("43")) {
    const std::size_t args = frame.find('[');
    acks_[std::stoi(frame.substr(2, args - 2))] = Json::parse(frame.substr(args))[0];
  }
}

void Client::send(std::string_view event, const Json& body) {
  const Json packet = Json::array({event, body});
  const std::string text = "42" + std::to_string(++last_ack_) + packet.dump();
  stage_->hall_->hub().frame(wire_, text, false, stage_->now);
}

Json Client::call(std::string_view event, const Json& body) {
  send(event, body);
  const int number = last_ack_;
  stage_->pump();
  return ack(number);
}

Json Client::ack(int number) const {
  const auto found = acks_.find(number);
  return found == acks_.end() ? Json() : found->second;
}

std::vector<Json> Client::heard(std::string_view event) const {
  std::vector<Json> bodies;
  for (const Heard& heard : heard_) {
    if (heard.event == event) bodies.push_back(heard.body);
  }
  return bodies;
}

}  // namespace pilot
