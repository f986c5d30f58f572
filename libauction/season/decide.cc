#include "libauction/season/decide.h"

#include <algorithm>

#include "libauction/base/match.h"
#include "libauction/season/decide_internal.h"

namespace auction {
namespace {

bool is_asset(const Season& season, AssetSlot asset) {
  return asset.value < season.setup->catalogue->assets.size();
}

SeasonRefusals create(const Season& season, const CreateSeason& command, const Context& context,
                      SeasonEvents& out) {
  if (!context.actor.host) return refuse(SeasonReason::kNotAllowed);
  if (season.created) return refuse(SeasonReason::kWrongState);
  if (!broken_setup(*command.setup).empty()) return refuse(SeasonReason::kBrokenSetup);
  out.emplace_back(SeasonCreated{command.setup});
  return {};
}

SeasonRefusals join(const Season& season, const JoinSeason& command, const Context& context,
                    SeasonEvents& out) {
  if (!context.actor.host) return refuse(SeasonReason::kNotAllowed);
  if (!season.created) return refuse(SeasonReason::kWrongState);
  const std::string& label = command.member.label;
  if (label.empty() || label.size() > kMaxSeasonText) {
    return refuse(SeasonReason::kTooLong, kMaxSeasonText);
  }
  if (season.members.size() == kMaxManagers) {
    return refuse(SeasonReason::kOutOfRange, kMaxManagers);
  }
  for (const Member& member : season.members) {
    if (member == command.member) return {};  // joined already
    if (member.id == command.member.id || member.label == label) {
      return refuse(SeasonReason::kTaken);
    }
  }
  out.emplace_back(MemberJoined{command.member});
  return {};
}

SeasonRefusals on(const Season& season, const SetResult& command, SeasonEvents& out) {
  if (command.fixture.value >= season.fixtures.size()) {
    return refuse(SeasonReason::kUnknownFixture);
  }
  if (const auto broken = broken_result(command.result)) return refuse(*broken);
  if (command.result.goals && !in_range(*command.result.goals)) {
    return refuse(SeasonReason::kOutOfRange, kMaxGoals);
  }
  if (season.fixtures[command.fixture.value].result == command.result) return {};
  out.emplace_back(ResultSet{command.fixture, command.result, command.note});
  return {};
}

SeasonRefusals on(const Season& season, const SetFigures& command, SeasonEvents& out) {
  if (command.fixture.value >= season.fixtures.size()) {
    return refuse(SeasonReason::kUnknownFixture);
  }
  if (command.line.asset.value >= asset_count(season)) return refuse(SeasonReason::kUnknownAsset);
  const std::vector<std::int32_t>& values = command.line.values;
  const std::size_t wanted = season.setup->figures.size();
  if (!values.empty() && values.size() != wanted) {
    return refuse(SeasonReason::kOutOfRange, static_cast<std::int64_t>(wanted));
  }
  for (const std::int32_t value : values) {
    if (value < -kMaxFigure || value > kMaxFigure) {
      return refuse(SeasonReason::kOutOfRange, kMaxFigure);
    }
  }
  const FigureLine* now = find_figures(season.fixtures[command.fixture.value], command.line.asset);
  if (now == nullptr ? values.empty() : now->values == values) return {};
  out.emplace_back(FiguresSet{command.fixture, command.line});
  return {};
}

const Stint* find_stint(const Season& season, AssetSlot asset, Instant from) {
  for (const Stint& stint : season.stints) {
    if (stint.asset == asset && stint.from == from) return &stint;
  }
  return nullptr;
}

SeasonRefusals on(const Season& season, const SetOwner& command, SeasonEvents& out) {
  const Stint& stint = command.stint;
  if (stint.manager != kNoManager && stint.manager.value >= season.members.size()) {
    return refuse(SeasonReason::kUnknownManager);
  }
  if (!is_asset(season, stint.asset)) return refuse(SeasonReason::kUnknownAsset);
  const Stint* now = find_stint(season, stint.asset, stint.from);
  if (now == nullptr || *now != stint) out.emplace_back(OwnerSet{stint});
  return {};
}

SeasonRefusals on(const Season& season, const ClearOwner& command, SeasonEvents& out) {
  if (!is_asset(season, command.asset)) return refuse(SeasonReason::kUnknownAsset);
  if (find_stint(season, command.asset, command.from) != nullptr) {
    out.emplace_back(OwnerCleared{command.asset, command.from});
  }
  return {};
}

SeasonRefusals on(const Season& season, const DeductPoints& command, SeasonEvents& out) {
  constexpr std::int64_t kMost = 100 * std::int64_t{kMaxFigure};
  if (command.manager.value >= season.members.size()) return refuse(SeasonReason::kUnknownManager);
  if (command.hundredths == 0 || command.hundredths < -kMost || command.hundredths > kMost) {
    return refuse(SeasonReason::kOutOfRange, kMost);
  }
  out.emplace_back(PointsDeducted{
      {season.last_deduction + 1, command.manager, command.hundredths, command.note}});
  return {};
}

SeasonRefusals on(const Season& season, const LiftDeduction& command, SeasonEvents& out) {
  const auto is_it = [&](const Deduction& d) { return d.number == command.number; };
  if (std::none_of(season.deductions.begin(), season.deductions.end(), is_it)) {
    return refuse(SeasonReason::kUnknownDeduction);
  }
  out.emplace_back(DeductionLifted{command.number, command.note});
  return {};
}

SeasonRefusals on(const Season& season, const ChangeBook& command, SeasonEvents& out) {
  if (command.book.empty()) return refuse(SeasonReason::kOutOfRange);
  if (command.book != season.book) out.emplace_back(BookChanged{command.book, command.note});
  return {};
}

template <class C>
constexpr bool kHasNote = requires(const C& command) { command.note; };

// Everything the commissioner may do; imports see to their rows themselves.
template <class C>
SeasonRefusals commissioned(const Season& season, const C& command, const Context& context,
                            SeasonEvents& out) {
  if (!context.actor.commissioner && !context.actor.host) {
    return refuse(SeasonReason::kNotAllowed);
  }
  if (!season.created) return refuse(SeasonReason::kWrongState);
  if constexpr (kHasNote<C>) {
    if (command.note.size() > kMaxNote) return refuse(SeasonReason::kTooLong, kMaxNote);
  }
  if constexpr (std::is_same_v<C, ImportFixtures>) {
    return decide_fixtures(season, command, out);
  } else if constexpr (std::is_same_v<C, ImportFigures>) {
    return decide_figures(season, command, later(context.now, season.last_at), out);
  } else {
    return on(season, command, out);
  }
}

}  // namespace

SeasonRefusals decide(const Season& season, const SeasonCommand& command, const Context& context,
                      SeasonEvents& out) {
  out.clear();
  return match(
      command, [&](const CreateSeason& c) { return create(season, c, context, out); },
      [&](const JoinSeason& c) { return join(season, c, context, out); },
      [&](const auto& c) { return commissioned(season, c, context, out); });
}

}  // namespace auction
