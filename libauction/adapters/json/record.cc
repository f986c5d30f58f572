#include "libauction/adapters/json/record.h"

#include "libauction/adapters/json/base64_internal.h"
#include "libauction/adapters/json/event.h"
#include "libauction/adapters/json/event_json_internal.h"
#include "libauction/adapters/json/iso_time.h"
#include "libauction/adapters/json/league_event.h"
#include "libauction/adapters/json/parse_internal.h"
#include "libauction/adapters/json/season_event.h"
#include "libauction/log/league_machine.h"
#include "libauction/log/season_machine.h"
#include "libauction/log/secrecy.h"

namespace auction {
namespace {

// The events of the body as a list, by the machine of the record's kind; false if it holds none.
template <class M>
bool write_events_of(JsonWriter& json, const Record& record) {
  std::vector<typename M::Event> events;
  if (!decode_body<M>(record, events)) return false;
  json.list(events, [&](const auto& event) { write_event(json, event); });
  return true;
}

bool write_events(JsonWriter& json, const Record& record) {
  switch (kind_of(record)) {
    case StreamKind::kAuction:
      return write_events_of<AuctionMachine>(json, record);
    case StreamKind::kSeason:
      return write_events_of<SeasonMachine>(json, record);
    case StreamKind::kLeague:
      return write_events_of<LeagueMachine>(json, record);
  }
  return false;
}

void write_content(JsonWriter& json, const Record& record) {
  json.key("events");
  if (!write_events(json, record)) json.null();
  if (is_withheld(record)) {
    json("body", std::optional<std::string>());
    json("salt", std::optional<std::string>());
    json("withheldUntil", kWithheldUntil);
  } else {
    json("body", to_base64(record.body));
    json("salt", to_hex(record.salt.bytes));
    json("withheldUntil", std::optional<std::string>());
  }
}

void write(JsonWriter& json, const Record& record) {
  json.object([&] {
    json("seq", record.seq);
    json("count", record.count);
    json("at", iso_time(record.at));
    json("actor", record.actor);
    json("version", record.version);
    write_content(json, record);
    json("bodyHash", record.body_hash);
    json("prev", record.prev);
    json("hash", record.hash);
  });
}

void read_at(const JsonPlace& place, Instant& at) {
  const std::optional<Instant> read = parse_iso_time(place.text());
  if (read) at = *read;
  if (!read) place.fail_wanted("a time like 2025-10-16T18:40:21.120Z");
}

void read_body(const JsonPlace& place, Bytes& body) {
  if (!parse_base64(place.text(), body) || body.empty()) place.fail_wanted("bytes in base64");
}

// The first place where the events in the text are not those of the body.
void compare(const JsonPlace& given, const JsonValue& in_body) {
  const auto* list = in_body.as<JsonArray>();
  const auto* given_list = given.value().as<JsonArray>();
  const auto* object = in_body.as<JsonObject>();
  const auto* given_object = given.value().as<JsonObject>();
  if (list != nullptr && given_list != nullptr && list->size() == given_list->size()) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      compare(JsonPlace(given, i, (*given_list)[i]), (*list)[i]);
    }
  } else if (object != nullptr && given_object != nullptr) {
    for (const auto& [name, value] : *given_object) {
      const JsonPlace place(given, name, value);
      const JsonValue* other = member(*object, name);
      other == nullptr ? place.fail("is not in the body") : compare(place, *other);
    }
    if (!(given.value() == in_body)) given.fail("lacks a member that is in the body");
  } else if (!(given.value() == in_body)) {
    given.fail("must be " + describe(in_body) + " as in the body, not " + describe(given.value()));
  }
}

// The version that can be read here of that kind; an auction's where the kind is not known.
std::uint16_t known_version(const Record& record) {
  const StreamKind kind = kind_of(record);
  return record_version(kind <= StreamKind::kLeague ? kind : StreamKind::kAuction);
}

void check_events(const JsonPlace& place, const Record& record) {
  std::string text;
  JsonWriter json(text);
  if (!write_events(json, record)) {
    return place.fail("cannot be compared: the body is not " + std::to_string(record.count) +
                      " whole events of version " + std::to_string(known_version(record)));
  }
  const absl::StatusOr<JsonValue> in_body = parse_json(text, {.bytes = 16 * kMaxSetupBytes});
  if (!in_body.ok()) return place.fail("cannot be compared: the body holds what JSON cannot say");
  compare(place, *in_body);
}

// Events, body, salt and withheldUntil: all there, or all withheld.
void read_content(const JsonPlace& place, JsonMembers& each, Record& record) {
  const JsonValue* events = each.find("events");
  const JsonValue* body = each.find("body");
  const JsonValue* salt = each.find("salt");
  std::optional<std::string> withheld_until;
  each("withheldUntil", withheld_until);
  if (events == nullptr || body == nullptr || salt == nullptr) {
    return place.fail("must have the members events, body and salt");
  }
  if (withheld_until) {
    const bool none = events->is_null() && body->is_null() && salt->is_null();
    if (!none) place.fail("must have no events, body and salt where withheldUntil is given");
    return;
  }
  read_body(JsonPlace(place, "body", *body), record.body);
  read_hex(JsonPlace(place, "salt", *salt), record.salt.bytes);
  if (!place.reading().fault) check_events(JsonPlace(place, "events", *events), record);
}

void read_record(const JsonPlace& place, Record& record) {
  JsonMembers each(place, JsonMembers::Missing::kRefused);
  each("seq", record.seq);
  each("count", record.count);
  if (const JsonValue* at = each.find("at")) {
    read_at(JsonPlace(place, "at", *at), record.at);
  } else {
    place.fail("must have the member at");
  }
  each("actor", record.actor);
  each("version", record.version);
  read_content(place, each, record);
  each("bodyHash", record.body_hash);
  each("prev", record.prev);
  each("hash", record.hash);
  each.finish();
}

}  // namespace

std::string to_json(const Record& record) {
  std::string text;
  JsonWriter json(text);
  write(json, record);
  return text;
}

absl::StatusOr<Record> record_from_json(std::string_view line) {
  const absl::StatusOr<JsonValue> value = parse_json(line, {.bytes = 4 * kMaxSetupBytes});
  if (!value.ok()) return value.status();
  JsonReading reading;
  Record record;
  read_record(JsonPlace(*value, reading), record);
  if (reading.fault) return to_status(*reading.fault);
  return record;
}

absl::StatusOr<std::vector<Record>> records_from_lines(std::string_view text) {
  std::vector<Record> records;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    absl::StatusOr<Record> record = record_from_json(line);
    if (!record.ok()) {
      return absl::InvalidArgumentError("line " + std::to_string(records.size() + 1) + ": " +
                                        std::string(to_std(record.status().message())));
    }
    records.push_back(*std::move(record));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return records;
}

}  // namespace auction
