#include <array>
#include <cstring>

#include "libauction/auction/event_fields.h"
#include "libauction/base/framed.h"

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
  void write(std::uint8_t value) { put_u8(out, value); }
  void write(std::uint16_t value) { put_u16(out, value); }
  void write(std::uint32_t value) { put_u32(out, value); }
  void write(bool value) { put_u8(out, value ? 1 : 0); }
  void write(Money value) { put(out, value); }
  void write(Instant value) { put(out, value); }
  void write(Millis value) { put(out, value); }
  void write(How value) { put_u8(out, static_cast<std::uint8_t>(value)); }
  void write(EndReason value) { put_u8(out, static_cast<std::uint8_t>(value)); }
  void write(ActorId value) { put(out, value); }
  void write(const Digest& value) { put_bytes(out, value.bytes); }
  void write(const Shared<Setup>& setup) { put(out, *setup); }
  void write(const Shared<Seed>& seed) { put_bytes(out, seed->bytes); }
  void write(const AssetList& list) {
    put_u32(out, static_cast<std::uint32_t>(list->size()));
    for (const AssetSlot asset : *list) write(asset);
  }
  void write(const Note& note) {
    write(note.has_value());
    if (note) put_text(out, **note);
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
  void read(std::uint8_t& value) { value = in.u8(); }
  void read(std::uint16_t& value) { value = in.u16(); }
  void read(std::uint32_t& value) { value = in.u32(); }
  void read(bool& value) { value = in.boolean(); }
  void read(Money& value) { value = in.money(); }
  void read(Instant& value) { value = in.instant(); }
  void read(Millis& value) { value = in.millis(); }
  void read(How& value) { value = enumerator<How>(static_cast<std::uint8_t>(How::kWithdrawn)); }
  void read(EndReason& value) {
    value = enumerator<EndReason>(static_cast<std::uint8_t>(EndReason::kEndedByCommissioner));
  }
  void read(Shared<Setup>& setup) { setup = Shared<Setup>(read_setup(in)); }
  void read(ActorId& value) { value = in.id<ActorTag>(); }
  void read(Digest& value) { read_bytes(value.bytes); }
  void read(Shared<Seed>& seed) {
    Seed value;
    read_bytes(value.bytes);
    seed = Shared<Seed>(value);
  }
  void read(AssetList& list) {
    std::vector<AssetSlot> assets(in.count(sizeof(std::uint16_t)));
    for (AssetSlot& asset : assets) read(asset);
    list = AssetList(std::move(assets));
  }
  void read(Note& note) {
    if (in.boolean()) note = Shared<std::string>(in.text());
  }

  template <std::size_t N>
  void read_bytes(std::array<std::uint8_t, N>& bytes) {
    const ByteView taken = in.bytes(N);
    if (in.ok()) std::memcpy(bytes.data(), taken.data(), N);
  }

  template <class Enum>
  Enum enumerator(std::uint8_t last) {
    const std::uint8_t value = in.u8();
    if (value > last) in.fail();
    return static_cast<Enum>(value);
  }
};

constexpr std::array<std::string_view, kEventTypes> kNames{"AuctionCreated",
                                                           "RetentionCharged",
                                                           "LotsOrdered",
                                                           "AuctionOpened",
                                                           "AuctionBegan",
                                                           "LotOpened",
                                                           "BidPlaced",
                                                           "ClockExtended",
                                                           "LotSold",
                                                           "LotUnsold",
                                                           "LotPassed",
                                                           "LotAssigned",
                                                           "LotWithdrawn",
                                                           "OpeningScheduled",
                                                           "RoundStarted",
                                                           "RequestsOpened",
                                                           "LotsRequested",
                                                           "AuctionPaused",
                                                           "AuctionResumed",
                                                           "Recovered",
                                                           "LotExtended",
                                                           "BidRetracted",
                                                           "PurseAdjusted",
                                                           "AuctionCompleted",
                                                           "AuctionCancelled",
                                                           "SaleVoided",
                                                           "AuctionReset",
                                                           "EndCalled",
                                                           "LotSkipped",
                                                           "CommissionerAppointed",
                                                           "CommissionerDismissed"};

}  // namespace

std::string_view type_name(std::uint16_t number) {
  return number == 0 || number > kEventTypes ? std::string_view() : kNames[number - 1u];
}

void put(Bytes& out, const Event& event) {
  put_framed(out, event, [&](const auto& e) { fields(e, Writer{out}); });
}

std::optional<Event> read_event(ByteReader& in) {
  return read_framed<Event>(in, [](ByteReader& body, auto& e) { fields(e, Reader{body}); });
}

}  // namespace auction
