#include "bindings/python/live_auction.h"

#include "libauction/auction/settle.h"

namespace auction::python {
namespace {

[[noreturn]] void unknown(const char* what, const std::string& name) {
  throw py::key_error(std::string("no ") + what + " is called '" + name + "'");
}

}  // namespace

LiveAuction::LiveAuction(const Shared<Setup>& setup, std::uint64_t seed, Instant at,
                         std::shared_ptr<OpenStore> store)
    : now_(at), keeping_(stream_of(setup->auction), seed, std::move(store)) {
  if (const auto no = act(Create{setup}, kHost, {}, at)) {
    raise("InputError", "the engine refuses this set-up: " + std::string(word(no->reason)));
  }
  if (!needs_draw(setup->rules->order.kind)) return;
  if (act(DrawOrder{seed_from(seed)}, kHost, {}, at)) {
    raise("InputError", "seed: is not the one that the set-up was made with");
  }
}

LiveAuction::LiveAuction(State state, Keeping keeping)
    : state_(std::move(state)), now_(state_.last_at), keeping_(std::move(keeping)) {}

std::optional<Rejection> LiveAuction::finish(const std::optional<Rejection>& refused, ActorId id) {
  if (refused) {
    events_.clear();
    return refused;
  }
  keeping_.keep(events_, now_, id);
  apply(state_, events_, now_);
  return std::nullopt;
}

std::optional<Rejection> LiveAuction::act(const Command& command, const Actor& actor, ActorId id,
                                          Instant at) {
  now_ = later(at, state_.last_at);
  const bool alone =
      std::holds_alternative<Recover>(command) || std::holds_alternative<Tick>(command);
  if (!alone) settle(now_);
  return finish(decide(state_, command, {actor, now_}, events_), id);
}

void LiveAuction::keep_bid(ManagerSlot manager) {
  const ManagerId id = state_.setup->participants[manager.value].id;
  keeping_.keep(events_, now_, {id.hi, id.lo});
}

std::size_t LiveAuction::settle(Instant at, Events* all) {
  now_ = later(at, state_.last_at);
  std::size_t done = 0;
  auction::settle(state_, now_, events_, [&](std::span<const Event> events) {
    if (keeping_.keeps()) keeping_.keep(events, now_, {});
    if (all != nullptr) all->insert(all->end(), events.begin(), events.end());
    ++done;
  });
  return done;
}

ManagerSlot LiveAuction::manager_of(py::handle value) const {
  const auto& participants = state_.setup->participants;
  if (PyUnicode_Check(value.ptr()) == 0) {
    const auto last = static_cast<std::int64_t>(participants.size()) - 1;
    return {static_cast<std::uint8_t>(whole(value, "manager", 0, last))};
  }
  const std::string name = text_of(value, "manager");
  for (std::size_t i = 0; i < participants.size(); ++i) {
    if (participants[i].label == name || to_text(participants[i].id) == name) {
      return {static_cast<std::uint8_t>(i)};
    }
  }
  unknown("manager", name);
}

LotNumber LiveAuction::lot_of(py::handle value) const {
  if (!value.is_none()) return {static_cast<std::uint32_t>(whole(value, "lot", 0, UINT32_MAX))};
  return open_lot();
}

AssetSlot LiveAuction::asset_of(py::handle value) const {
  const Catalogue& catalogue = *state_.setup->catalogue;
  if (PyUnicode_Check(value.ptr()) == 0) {
    const auto last = static_cast<std::int64_t>(catalogue.assets.size()) - 1;
    return {static_cast<std::uint16_t>(whole(value, "asset", 0, last))};
  }
  const std::string name = text_of(value, "asset");
  if (const auto slot = find_asset(catalogue, name)) return *slot;
  unknown("asset", name);
}

Instant LiveAuction::time_of(py::handle at) const {
  return at.is_none() ? now_ : instant_of(at, "at");
}

ActorId LiveAuction::commissioner() const {
  const auto& commissioners = state_.setup->commissioners;
  if (commissioners.empty()) raise("InputError", "this auction has no commissioner");
  return commissioners.front();
}

}  // namespace auction::python
