#include "examples/auctioneer/inputs.h"

#include "examples/auctioneer/files.h"
#include "examples/auctioneer/ids.h"
#include "libauction/adapters/csv/assets.h"
#include "libauction/adapters/csv/ids.h"
#include "libauction/adapters/csv/managers.h"
#include "libauction/adapters/json/json_fault.h"
#include "libauction/adapters/json/rule_set.h"
#include "libauction/rules/presets.h"

namespace auction::cli {
namespace {

// Every faulty row is told, the last one by the Stop.
[[noreturn]] void refuse_csv(const std::string& path, const absl::Status& status, Screen& screen) {
  const std::vector<CsvFault> faults = csv_faults(status);
  if (faults.empty()) stop(kBadInput, "{}: {}", name_of(path), to_std(status.message()));
  for (std::size_t i = 0; i + 1 < faults.size(); ++i) {
    screen.remark(fmt::format("{}: {}", name_of(path), to_text(faults[i])));
  }
  stop(kBadInput, "{}: {}", name_of(path), to_text(faults.back()));
}

bool is_number(const std::string& text) {
  return !text.empty() && text.size() <= 4 &&
         text.find_first_not_of("0123456789") == std::string::npos;
}

std::vector<Participant> numbered_managers(std::size_t count, const RuleSet& rules) {
  if (count < 1 || count > kMaxManagers) {
    stop(kUsage, "--managers: 1 to {}, not {}", kMaxManagers, count);
  }
  std::vector<Participant> managers;
  for (std::size_t i = 1; i <= count; ++i) {
    const std::string label = fmt::format("Manager {}", i);
    managers.push_back({manager_id(label), label, rules.budget, {}});
  }
  return managers;
}

Catalogue load_assets(const std::string& path, const RuleSet& rules, Screen& screen) {
  absl::StatusOr<Catalogue> assets = assets_from_csv(read_file(path), rules.currency);
  if (!assets.ok()) refuse_csv(path, assets.status(), screen);
  return *std::move(assets);
}

std::vector<Participant> load_managers(const std::string& path, const script::Given& given,
                                       const RuleSet& rules, Screen& screen) {
  if (is_number(path)) return numbered_managers(std::stoul(path), rules);
  auto managers = managers_from_csv(read_file(path), rules, given.catalogue.value_or(Catalogue{}));
  if (!managers.ok()) refuse_csv(path, managers.status(), screen);
  return *std::move(managers);
}

// The file a finding of check_setup is about: its pointer begins with the part's name.
std::string file_of(const Finding& finding, const Inputs& inputs) {
  const auto about = [&](std::string_view part) { return finding.pointer.starts_with(part); };
  if (about("/assets") && !inputs.assets.empty()) return name_of(inputs.assets);
  if (about("/managers") && !inputs.managers.empty()) return name_of(inputs.managers);
  if (!inputs.rules.empty()) return name_of(inputs.rules);
  return inputs.preset.empty() ? "script" : inputs.preset;
}

}  // namespace

void add_inputs(CLI::App& command, Inputs& inputs) {
  CLI::Option* preset = command.add_option("--preset", inputs.preset, "Rules by name");
  command.add_option("--rules", inputs.rules, "Rules from a JSON file")->excludes(preset);
  command.add_option("--assets", inputs.assets, "Assets, CSV: externalId,name,roles,set,basePrice");
  command.add_option("--managers", inputs.managers,
                     "Managers, CSV: label,purse,retained; or how many");
  command.add_option("--seed", inputs.seed, "Seed of every draw")->capture_default_str();
}

RuleSet preset_named(const std::string& name, ExitCode code) {
  if (const auto found = preset(name)) return *found;
  stop(code, "no preset is called '{}': {}", name, fmt::join(preset_names(), ", "));
}

RuleSet rules_from_file(const std::string& path) {
  auto rules = rule_set_from_json(read_file(path));
  if (!rules.ok()) stop(kBadInput, "{}: {}", name_of(path), to_std(rules.status().message()));
  return *std::move(rules);
}

script::Given load(const Inputs& inputs, Screen& screen) {
  script::Given given;
  given.seed = inputs.seed;
  if (!inputs.preset.empty()) given.rules = preset_named(inputs.preset, kUsage);
  if (!inputs.rules.empty()) given.rules = rules_from_file(inputs.rules);
  const RuleSet rules = given.rules.value_or(script::plain_rules());
  if (!inputs.assets.empty()) given.catalogue = load_assets(inputs.assets, rules, screen);
  if (!inputs.managers.empty()) {
    given.participants = load_managers(inputs.managers, given, rules, screen);
  }
  return given;
}

script::Prologue prologue_of(const script::Given& given) {
  if (!given.rules) stop(kUsage, "which rules? name --preset or --rules");
  if (!given.catalogue) stop(kUsage, "what is sold? name --assets");
  if (given.participants.empty()) stop(kUsage, "who bids? name --managers");
  return script::read_prologue({}, given);
}

void check(const Setup& setup, const Inputs& inputs, Screen& screen) {
  const std::vector<Finding> findings = check_setup(setup);
  const Finding* error = nullptr;
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::kError && error == nullptr) {
      error = &finding;
    } else {
      screen.remark(fmt::format("{}: {}{}: {}", file_of(finding, inputs),
                                finding.severity == Severity::kError ? "" : "warning: ",
                                finding.pointer, finding.message));
    }
  }
  if (error != nullptr) {
    stop(kBadInput, "{}: {}: {}", file_of(*error, inputs), error->pointer, error->message);
  }
}

}  // namespace auction::cli
