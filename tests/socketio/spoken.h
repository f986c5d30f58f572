// What a machine answers, as lines that read: "#1 200 ok", "w2 < 4hello", "w2 closed slow
// consumer".
#pragma once

#include <string>
#include <vector>

#include "libauction/adapters/socketio/hub.h"
#include "libauction/base/match.h"

namespace test {

inline std::string spoken(const auction::EngineFrame& frame) {
  return frame.binary ? "<" + *frame.bytes + ">" : *frame.bytes;
}

inline std::string spoken(const auction::EngineAction& action) {
  using namespace auction;
  return match(
      action,
      [](const Respond& it) {
        return "#" + std::to_string(it.exchange.value) + " " + std::to_string(it.status) + " " +
               it.body;
      },
      [](const SendFrames& it) {
        std::string line = "w" + std::to_string(it.wire.value) + " <";
        for (const EngineFrame& frame : it.frames) line += " " + spoken(frame);
        return line;
      },
      [](const CloseWire& it) {
        return "w" + std::to_string(it.wire.value) + " closed " + std::string(word(it.reason));
      });
}

inline std::string spoken(const auction::EngineEvent& event) {
  using namespace auction;
  return match(
      event, [](const EngineOpened& it) { return "opened " + std::to_string(it.connection.value); },
      [](const EngineMessage& it) { return it.binary ? "<" + it.data + ">" : it.data; },
      [](const EngineUpgraded& it) { return "upgraded " + std::to_string(it.connection.value); },
      [](const EngineClosed& it) {
        return "closed " + std::string(word(it.reason)) + (it.detail.empty() ? "" : ": ") +
               it.detail;
      });
}

inline std::string spoken(const auction::HubEvent& event) {
  using namespace auction;
  const auto numbered = [](const char* what, SocketId socket) {
    return what + std::to_string(socket.value) + " ";
  };
  return match(
      event, [](const EngineOpened& it) { return spoken(EngineEvent(it)); },
      [&](const SocketConnecting& it) {
        std::string line = numbered("connecting s", it.socket) + it.nsp + " " + it.auth;
        if (it.recovery) line += " after " + it.recovery->offset;
        if (it.recovery && it.recovery->former) line += numbered(" as s", *it.recovery->former);
        return line;
      },
      [&](const SocketEvent& it) {
        std::string line = numbered("s", it.socket) + it.name + "(" + it.args + ")";
        for (const std::string& bytes : it.attachments) line += " <" + bytes + ">";
        return it.ack ? line + " ack " + std::to_string(it.ack->value) : line;
      },
      [&](const SocketAcked& it) {
        return numbered("s", it.socket) + "acked " + std::to_string(it.ack.value) + "(" + it.args +
               ")";
      },
      [&](const AckMissed& it) {
        return numbered("s", it.socket) + "missed " + std::to_string(it.ack.value);
      },
      [&](const SocketClosed& it) {
        return numbered("s", it.socket) + "left: " + std::string(word(it.reason));
      },
      [](const EngineClosed& it) { return spoken(EngineEvent(it)); });
}

template <class Said>
std::vector<std::string> all_spoken(const std::vector<Said>& said) {
  std::vector<std::string> lines;
  for (const Said& one : said) lines.push_back(spoken(one));
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace test
