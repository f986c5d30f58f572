#include "libauction/adapters/json/command.h"

#include <array>

#include "libauction/adapters/json/command_fields_internal.h"
#include "libauction/adapters/json/parse_internal.h"

namespace auction {
namespace {

constexpr std::size_t kCommandTypes = std::variant_size_v<Command>;

// In the order of the alternatives of Command.
constexpr std::array<std::string_view, kCommandTypes> kNames{
    "PlaceBid", "Create",  "DrawOrder", "Tick",        "Recover",     "Open",
    "Begin",    "Pause",   "Resume",    "Cancel",      "Extend",      "CloseNow",
    "PassLot",  "Retract", "Assign",    "AdjustPurse", "RequestLots", "VoidSale",
    "Reset",    "End",     "Appoint",   "Dismiss"};
static_assert(std::is_same_v<std::variant_alternative_t<10, Command>, Extend>);
static_assert(std::is_same_v<std::variant_alternative_t<16, Command>, RequestLots>);
static_assert(std::is_same_v<std::variant_alternative_t<21, Command>, Dismiss>);

template <class C>
void read_fields(const JsonPlace& place, CommandMessage& message) {
  // Of all amounts in commands a purse's adjustment alone may be negative.
  place.reading().least_money = std::is_same_v<C, AdjustPurse> ? -kMaxMoney.units : 0;
  C command;
  JsonMembers each(place, JsonMembers::Missing::kRefused);
  each.find("type");
  fields(command, each);
  each("commandId", MayMiss{message.id, CommandId{}});
  each.finish();
  message.command = std::move(command);
}

using ReadFields = void (*)(const JsonPlace&, CommandMessage&);

template <std::size_t... I>
constexpr std::array<ReadFields, sizeof...(I)> readers(std::index_sequence<I...>) {
  return {&read_fields<std::variant_alternative_t<I, Command>>...};
}

constexpr auto kReaders = readers(std::make_index_sequence<kCommandTypes>());

void read_message(const JsonPlace& place, CommandMessage& message) {
  const JsonObject* object = place.object();
  if (object == nullptr) return;
  const JsonValue* type = member(*object, "type");
  if (type == nullptr) return place.fail("must have the member type");
  const JsonPlace where(place, "type", *type);
  for (std::size_t i = 0; i < kCommandTypes; ++i) {
    if (kNames[i] == where.text()) return kReaders[i](place, message);
  }
  where.fail_wanted(one_of(kNames));
}

}  // namespace

absl::StatusOr<CommandMessage> command_from_json(std::string_view text, std::size_t max_bytes) {
  const absl::StatusOr<JsonValue> value = parse_json(text, {.bytes = max_bytes});
  if (!value.ok()) return value.status();
  JsonReading reading;
  CommandMessage message;
  read_message(JsonPlace(*value, reading), message);
  if (reading.fault) return to_status(*reading.fault);
  return message;
}

std::string to_json(const CommandMessage& message) {
  std::string text;
  JsonWriter json(text);
  json.object([&] {
    json("type", kNames[message.command.index()]);
    std::visit([&](const auto& command) { fields(command, json); }, message.command);
    json("commandId", OrNull{message.id, CommandId{}});
  });
  return text;
}

}  // namespace auction
