// Acts: `Reds bid 5m on lot 3`, `commissioner extend lot 2 by 10s because "power cut"`.
#include "examples/auctioneer/script/steps.h"

namespace auction::script {
namespace {

// The script's clock starts where the auction does; instants are made absolute when played.
constexpr Instant kScriptStart{0};

LotNumber optional_lot(Reader& in) {
  if (!in.take("lot")) return {0};
  return {static_cast<std::uint32_t>(in.integer("a lot number", 1, UINT32_MAX))};
}

Note note(Reader& in) {
  if (!in.take("because")) return std::nullopt;
  return Shared<std::string>(in.word("a note in quotes").text);
}

Command read_bid(Reader& in, const Setup& setup, std::string& seen) {
  PlaceBid bid;
  if (!in.take("next")) bid.amount = in.money(setup.rules->currency);
  if (in.take("on")) bid.lot = optional_lot(in);
  if (in.take("seen")) seen = in.word("a mark").text;
  return bid;
}

Command read_request(Reader& in, const Setup& setup) {
  std::vector<AssetSlot> assets;
  if (!in.take("nothing")) {
    do assets.push_back(in.asset(setup));
    while (in.take(","));
  }
  return RequestLots{AssetList(std::move(assets))};
}

Command read_assign(Reader& in, const Setup& setup) {
  Assign assign;
  assign.asset = in.asset(setup);
  in.expect("to");
  assign.manager = in.manager(setup);
  in.expect("for");
  assign.price = in.money(setup.rules->currency);
  assign.note = note(in);
  return assign;
}

Command read_adjust(Reader& in, const Setup& setup) {
  AdjustPurse adjust;
  adjust.manager = in.manager(setup);
  in.expect("by");
  adjust.delta = in.money(setup.rules->currency);
  adjust.note = note(in);
  return adjust;
}

Command read_open(Reader& in) {
  Open open;
  if (in.take("for")) open.at = kScriptStart + in.duration("a time");
  open.note = note(in);
  return open;
}

Command read_extend(Reader& in) {
  Extend extend;
  extend.lot = optional_lot(in);
  in.expect("by");
  extend.by = in.duration("a length of time");
  extend.note = note(in);
  return extend;
}

// Without a seed of its own: the script's, filled in when played.
Command read_draw(Reader& in) {
  if (!in.take("seed")) return DrawOrder{};
  return DrawOrder{seed_from(static_cast<std::uint64_t>(in.integer("a seed", 0, INT64_MAX)))};
}

template <class Command>
Command with_lot(Reader& in) {
  const LotNumber lot = optional_lot(in);
  return {lot, note(in)};
}

Command read_void(Reader& in) {
  in.expect("lot");
  VoidSale undo;
  undo.lot = {static_cast<std::uint32_t>(in.integer("a lot number", 1, UINT32_MAX))};
  undo.reoffer = in.take("reoffer");
  undo.note = note(in);
  return undo;
}

// With a seed of the next draw, the reset promises it.
Command read_reset(Reader& in) {
  Reset reset;
  if (in.take("seed")) {
    const auto seed = static_cast<std::uint64_t>(in.integer("a seed", 0, INT64_MAX));
    reset.order_commitment = commitment(seed_from(seed));
  }
  reset.note = note(in);
  return reset;
}

template <class Command>
Command with_person(Reader& in, const Setup& setup) {
  if (in.take("commissioner")) return {setup.commissioners.front(), note(in)};
  if (in.take("stranger")) return {stranger(), note(in)};
  const ManagerId id = setup.participants[in.manager(setup).value].id;
  return {{id.hi, id.lo}, note(in)};
}

Command read_verb(Reader& in, const Setup& setup, std::string& seen) {
  switch (
      in.one_of({"bid",   "request", "open",    "begin",   "pause",   "resume", "cancel", "extend",
                 "close", "pass",    "retract", "assign",  "adjust",  "create", "draw",   "tick",
                 "void",  "reset",   "end",     "appoint", "dismiss", "recover"})) {
    case 0:
      return read_bid(in, setup, seen);
    case 1:
      return read_request(in, setup);
    case 2:
      return read_open(in);
    case 3:
      return Begin{note(in)};
    case 4:
      return Pause{note(in)};
    case 5:
      return Resume{note(in)};
    case 6:
      return Cancel{note(in)};
    case 7:
      return read_extend(in);
    case 8:
      return with_lot<CloseNow>(in);
    case 9:
      return with_lot<PassLot>(in);
    case 10:
      return with_lot<Retract>(in);
    case 11:
      return read_assign(in, setup);
    case 12:
      return read_adjust(in, setup);
    case 13:
      return Create{Shared<Setup>(setup)};
    case 14:
      return read_draw(in);
    case 15:
      return Tick{};
    case 16:
      return read_void(in);
    case 17:
      return read_reset(in);
    case 18:
      return End{note(in)};
    case 19:
      return with_person<Appoint>(in, setup);
    case 20:
      return with_person<Dismiss>(in, setup);
    default:
      return Recover{};
  }
}

}  // namespace

Act read_act(Reader& in, const Setup& setup) {
  Act act;
  if (in.take("commissioner")) {
    act.who = Who::kCommissioner;
  } else if (in.take("stranger")) {
    act.who = Who::kStranger;
  } else if (!in.take("host")) {
    act.who = Who::kManager;
    act.seat = in.manager(setup);
  }
  act.command = read_verb(in, setup, act.seen);
  return act;
}

}  // namespace auction::script
