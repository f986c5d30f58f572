#include <array>

#include "libauction/base/framed.h"
#include "libauction/season/event_fields.h"

namespace auction {
namespace {

struct Writer {
  Bytes& out;

  template <class Field>
  void operator()(const char*, const Field& field) {
    write(field);
  }

  template <class Tag, class Rep>
  void write(Index<Tag, Rep> index) {
    write(index.value);
  }
  template <class Tag>
  void write(Id<Tag> id) {
    put(out, id);
  }
  void write(std::uint8_t value) { put_u8(out, value); }
  void write(std::uint16_t value) { put_u16(out, value); }
  void write(std::uint32_t value) { put_u32(out, value); }
  void write(std::int64_t value) { put_i64(out, value); }
  void write(Instant value) { put(out, value); }
  void write(const std::string& text) { put_text(out, text); }
  void write(FixtureStatus status) { put_u8(out, static_cast<std::uint8_t>(status)); }
  void write(const Shared<SeasonSetup>& setup) { put(out, *setup); }
  void write(const std::optional<Goals>& goals) {
    put_u8(out, goals ? 1 : 0);
    if (!goals) return;
    put_u32(out, static_cast<std::uint32_t>(goals->home));
    put_u32(out, static_cast<std::uint32_t>(goals->away));
  }
  void write(const std::vector<std::int32_t>& values) {
    put_u32(out, static_cast<std::uint32_t>(values.size()));
    for (const std::int32_t value : values) put_u32(out, static_cast<std::uint32_t>(value));
  }
};

struct Reader {
  ByteReader& in;

  template <class Field>
  void operator()(const char*, Field& field) {
    read(field);
  }

  template <class Tag, class Rep>
  void read(Index<Tag, Rep>& index) {
    read(index.value);
  }
  template <class Tag>
  void read(Id<Tag>& id) {
    id = in.id<Tag>();
  }
  void read(std::uint8_t& value) { value = in.u8(); }
  void read(std::uint16_t& value) { value = in.u16(); }
  void read(std::uint32_t& value) { value = in.u32(); }
  void read(std::int64_t& value) { value = in.i64(); }
  void read(Instant& value) { value = in.instant(); }
  void read(std::string& text) { text = in.text(); }
  void read(FixtureStatus& status) {
    const std::uint8_t value = in.u8();
    if (value > static_cast<std::uint8_t>(FixtureStatus::kAbandoned)) in.fail();
    status = static_cast<FixtureStatus>(value);
  }
  void read(Shared<SeasonSetup>& setup) { setup = Shared<SeasonSetup>(read_season_setup(in)); }
  void read(std::optional<Goals>& goals) {
    if (!in.boolean()) return;
    goals = Goals{static_cast<std::int32_t>(in.u32()), static_cast<std::int32_t>(in.u32())};
  }
  void read(std::vector<std::int32_t>& values) {
    values.resize(in.count(4));
    for (std::int32_t& value : values) value = static_cast<std::int32_t>(in.u32());
  }
};

constexpr std::array<std::string_view, kSeasonEventTypes> kNames{
    "SeasonCreated", "MemberJoined",   "StrangerNoticed", "FixtureAdded",
    "FixtureMoved",  "ResultSet",      "FiguresSet",      "OwnerSet",
    "OwnerCleared",  "PointsDeducted", "DeductionLifted", "BookChanged"};

}  // namespace

std::string_view season_event_name(std::uint16_t number) {
  return number == 0 || number > kSeasonEventTypes ? std::string_view() : kNames[number - 1u];
}

void put(Bytes& out, const SeasonEvent& event) {
  put_framed(out, event, [&](const auto& e) { fields(e, Writer{out}); });
}

std::optional<SeasonEvent> read_season_event(ByteReader& in) {
  return read_framed<SeasonEvent>(in, [](ByteReader& body, auto& e) { fields(e, Reader{body}); });
}

}  // namespace auction
