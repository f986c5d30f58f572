#include "examples/auctioneer/script/prologue.h"

#include <fmt/format.h>

#include "examples/auctioneer/ids.h"
#include "libauction/adapters/csv/ids.h"
#include "libauction/rules/presets.h"

namespace auction::script {
namespace {

// Reads the lines one by one; rules are closed by the first asset, assets by the first manager.
class PrologueReader {
 public:
  explicit PrologueReader(const Given& given) : given_(given) {
    rules_ = given.rules.value_or(plain_rules());
    if (given.catalogue) catalogue_ = *given.catalogue;
    participants_ = given.participants;
    seed_ = given.seed;
  }

  // False: this line is no part of a prologue.
  bool take(const Line& line) {
    Reader in(line);
    if (!take_rules(in) && !take_assets(in) && !take_managers(in)) return false;
    in.end();
    return true;
  }

  Prologue finish(std::size_t lines) {
    Prologue result;
    result.seed = seed_;
    result.start = start_;
    result.lines = lines;
    result.setup = finished_setup();
    return result;
  }

 private:
  bool take_rules(Reader& in) {
    if (in.take("seed")) {
      seed_ = static_cast<std::uint64_t>(in.integer("a seed", 0, INT64_MAX));
    } else if (in.take("start")) {
      start_ = static_cast<Start>(in.one_of({"nothing", "set_up", "waiting", "running"}));
    } else if (in.sees("preset") || in.sees("set")) {
      if (closed_) in.fail("rules come before assets and managers");
      in.take("preset") ? read_preset(in) : read_field(in);
    } else {
      return false;
    }
    return true;
  }

  void read_preset(Reader& in) {
    const Word& name = in.word("a preset");
    if (given_.rules) in.fail_at(name, "the rules are given on the command line");
    const std::optional<RuleSet> found = preset(name.text);
    if (!found && name.text != "plain") {
      in.fail_at(name, fmt::format("no preset is called '{}': plain, {}", name.text,
                                   fmt::join(preset_names(), ", ")));
    }
    rules_ = found.value_or(plain_rules());
  }

  void read_field(Reader& in) {
    in.expect("set");
    rules_ = with_field(rules_, in);
  }

  bool take_assets(Reader& in) {
    if (!in.sees("asset") && !in.sees("assets")) return false;
    if (given_.catalogue) in.fail("the assets are given on the command line");
    closed_ = true;
    read_asset_line(in, rules_.currency, catalogue_);
    return true;
  }

  bool take_managers(Reader& in) {
    const bool one = in.take("manager");
    if (!one && !in.take("managers")) return false;
    if (!given_.participants.empty()) in.fail("the managers are given on the command line");
    closed_ = true;
    if (one) {
      read_manager(in);
    } else {
      do add_manager(in.word("a name").text);
      while (in.take(","));
    }
    return true;
  }

  Participant& add_manager(std::string label) {
    Participant participant;
    participant.id = manager_id(label);
    participant.label = std::move(label);
    participant.purse = rules_.budget;
    return participants_.emplace_back(std::move(participant));
  }

  void read_manager(Reader& in) {
    Participant& manager = add_manager(in.word("a name").text);
    if (in.take("purse")) manager.purse = in.money(rules_.currency);
    if (in.take("retained")) read_retained(in, manager);
    if (in.take("commissioner")) commissioners_.push_back({manager.id.hi, manager.id.lo});
  }

  void read_retained(Reader& in, Participant& manager) {
    Setup so_far;
    so_far.catalogue = Shared(catalogue_);
    do {
      const AssetSlot asset = in.asset(so_far);
      manager.retained.push_back({asset, in.money(rules_.currency)});
    } while (in.take(","));
  }

  Setup finished_setup() {
    Setup setup;
    setup.auction = id_named<AuctionId>("auction", fmt::format("{} {}", rules_.name, seed_));
    setup.commissioners.push_back(id_named<ActorId>("actor", "commissioner"));
    for (const ActorId id : commissioners_) setup.commissioners.push_back(id);
    if (needs_draw(rules_.order.kind)) setup.order_commitment = commitment(seed_from(seed_));
    setup.rules = Shared(std::move(rules_));
    setup.catalogue = Shared(std::move(catalogue_));
    setup.participants = std::move(participants_);
    return setup;
  }

  const Given& given_;
  RuleSet rules_;
  Catalogue catalogue_;
  std::vector<Participant> participants_;
  std::vector<ActorId> commissioners_;
  std::uint64_t seed_;
  Start start_ = Start::kRunning;
  bool closed_ = false;  // the rules are: amounts have been read with them
};

}  // namespace

RuleSet plain_rules() {
  RuleSet rules;
  rules.name = "plain";
  rules.notes = "The bare auction that scripts begin with.";
  rules.currency = {"points", "", "", {}};
  rules.budget = {100};
  rules.squad.max = 10;
  rules.clock.lot_ms = seconds(30);
  return rules;
}

Prologue read_prologue(std::span<const Line> lines, const Given& given) {
  PrologueReader reader(given);
  std::size_t taken = 0;
  while (taken < lines.size() && reader.take(lines[taken])) ++taken;
  return reader.finish(taken);
}

}  // namespace auction::script
