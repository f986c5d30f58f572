#include "libauction/season/season.h"

namespace auction {
namespace {

template <class T>
void put_count(Bytes& out, const std::vector<T>& list) {
  put_u32(out, static_cast<std::uint32_t>(list.size()));
}

void put_fixture(Bytes& out, const Fixture& fixture) {
  const Meeting& meeting = fixture.meeting;
  put_text(out, meeting.external_id);
  put_u16(out, meeting.home.value);
  put_u16(out, meeting.away.value);
  put(out, meeting.starts_at);
  put_text(out, meeting.venue);
  put_text(out, meeting.round);
  put_u8(out, static_cast<std::uint8_t>(fixture.result.status));
  const std::optional<Goals>& goals = fixture.result.goals;
  put_u8(out, goals ? 1 : 0);
  put_u32(out, static_cast<std::uint32_t>(goals ? goals->home : 0));
  put_u32(out, static_cast<std::uint32_t>(goals ? goals->away : 0));
  put_count(out, fixture.figures);
  for (const FigureLine& line : fixture.figures) {
    put_u16(out, line.asset.value);
    put_count(out, line.values);
    for (const std::int32_t value : line.values) put_u32(out, static_cast<std::uint32_t>(value));
  }
}

Fixture read_fixture(ByteReader& in) {
  Fixture fixture;
  fixture.meeting.external_id = in.text();
  fixture.meeting.home = {in.u16()};
  fixture.meeting.away = {in.u16()};
  fixture.meeting.starts_at = in.instant();
  fixture.meeting.venue = in.text();
  fixture.meeting.round = in.text();
  const std::uint8_t status = in.u8();
  if (status > static_cast<std::uint8_t>(FixtureStatus::kAbandoned)) in.fail();
  fixture.result.status = static_cast<FixtureStatus>(status);
  const bool has_goals = in.boolean();
  const auto home = static_cast<std::int32_t>(in.u32());
  const auto away = static_cast<std::int32_t>(in.u32());
  if (has_goals) fixture.result.goals = Goals{home, away};
  if (!has_goals && (home != 0 || away != 0)) in.fail();
  fixture.figures.resize(in.count(6));
  for (FigureLine& line : fixture.figures) {
    line.asset = {in.u16()};
    line.values.resize(in.count(4));
    for (std::int32_t& value : line.values) value = static_cast<std::int32_t>(in.u32());
  }
  return fixture;
}

// What a correction and its inverse leave as it was.
void put_content(Bytes& out, const Season& season) {
  put(out, *season.setup);
  put_count(out, season.members);
  for (const Member& member : season.members) {
    put(out, member.id);
    put_text(out, member.label);
  }
  put_count(out, season.strangers);
  for (const std::string& id : season.strangers) put_text(out, id);
  put_count(out, season.fixtures);
  for (const Fixture& fixture : season.fixtures) put_fixture(out, fixture);
  put_count(out, season.stints);
  for (const Stint& stint : season.stints) {
    put_u16(out, stint.asset.value);
    put(out, stint.from);
    put_u8(out, stint.manager.value);
  }
  put_count(out, season.deductions);
  for (const Deduction& deduction : season.deductions) {
    put_u32(out, deduction.number);
    put_u8(out, deduction.manager.value);
    put_i64(out, deduction.hundredths);
    put_text(out, deduction.note);
  }
  put_text(out, season.book);
}

void read_content(ByteReader& in, Season& season) {
  season.setup = Shared<SeasonSetup>(read_season_setup(in));
  season.members.resize(in.count(20));
  for (Member& member : season.members) {
    member.id = in.id<ManagerTag>();
    member.label = in.text();
  }
  season.strangers.resize(in.count(4));
  for (std::string& id : season.strangers) id = in.text();
  season.fixtures.resize(in.count(37));
  for (Fixture& fixture : season.fixtures) fixture = read_fixture(in);
  season.stints.resize(in.count(11));
  for (Stint& stint : season.stints) stint = {{in.u16()}, in.instant(), {in.u8()}};
  season.deductions.resize(in.count(17));
  for (Deduction& deduction : season.deductions) {
    deduction.number = in.u32();
    deduction.manager = {in.u8()};
    deduction.hundredths = in.i64();
    deduction.note = in.text();
  }
  season.book = in.text();
}

bool fits(const Season& season, const Fixture& fixture) {
  const std::size_t teams = season.setup->teams.size();
  const Meeting& meeting = fixture.meeting;
  if ((meeting.home == kNoTeam) != (meeting.away == kNoTeam)) return false;
  if (meeting.home != kNoTeam && (meeting.home.value >= teams || meeting.away.value >= teams))
    return false;
  for (std::size_t i = 0; i < fixture.figures.size(); ++i) {
    const FigureLine& line = fixture.figures[i];
    if (line.asset.value >= asset_count(season)) return false;
    if (i > 0 && !(fixture.figures[i - 1].asset < line.asset)) return false;
    if (line.values.empty() || line.values.size() != season.setup->figures.size()) return false;
  }
  return true;
}

bool fits(const Season& season, std::size_t i) {
  const Stint& stint = season.stints[i];
  if (stint.asset.value >= season.setup->catalogue->assets.size()) return false;
  if (stint.manager != kNoManager && stint.manager.value >= season.members.size()) return false;
  if (i == 0) return true;
  const Stint& last = season.stints[i - 1];
  return last.asset < stint.asset || (last.asset == stint.asset && last.from < stint.from);
}

}  // namespace

std::string broken_invariant(const Season& season) {
  if (!season.created) return season == Season{} ? "" : "a season that is not there has content";
  if (std::string broken = broken_setup(*season.setup); !broken.empty()) return broken;
  if (season.members.size() > kMaxManagers) return "there are too many members";
  if (asset_count(season) > kMaxAssets) return "there are too many assets";
  for (const Fixture& fixture : season.fixtures) {
    if (!fits(season, fixture)) return "a fixture does not fit teams, assets and figures";
  }
  for (std::size_t i = 0; i < season.stints.size(); ++i) {
    if (!fits(season, i)) return "stints of ownership are not in order, or nobody's";
  }
  std::uint32_t last = 0;
  for (const Deduction& deduction : season.deductions) {
    if (deduction.manager.value >= season.members.size()) return "a deduction is nobody's";
    if (deduction.number <= last) return "deductions do not count up";
    last = deduction.number;
  }
  return last <= season.last_deduction ? "" : "a deduction has a number that was never given";
}

void put(Bytes& out, const Season& season) {
  put_u64(out, season.seq);
  put(out, season.last_at);
  put_u32(out, season.last_deduction);
  put_u8(out, season.created ? 1 : 0);
  put_content(out, season);
}

std::optional<Season> read_season(ByteView bytes) {
  ByteReader in(bytes);
  Season season;
  season.seq = in.u64();
  season.last_at = in.instant();
  season.last_deduction = in.u32();
  season.created = in.boolean();
  read_content(in, season);
  if (!in.finished() || !broken_invariant(season).empty()) return std::nullopt;
  return season;
}

Digest content_digest(const Season& season) {
  Bytes bytes;
  put_content(bytes, season);
  return sha256(bytes);
}

}  // namespace auction
