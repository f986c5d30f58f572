#include "libauction/adapters/csv/managers.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "libauction/adapters/csv/cells_internal.h"
#include "libauction/adapters/csv/ids.h"

namespace auction {
namespace {

const std::vector<std::string_view> kManagerKnows{"label", "purse", "retained", "cards"};
constexpr std::size_t kMaxLabel = 80;

class ManagerReader {
 public:
  ManagerReader(const CsvTable& table, const RuleSet& rules, const Catalogue& catalogue)
      : table_(table), rules_(rules) {
    for (std::size_t i = 0; i < catalogue.assets.size(); ++i) {
      slots_.emplace(catalogue.assets[i].external_id, AssetSlot{static_cast<std::uint16_t>(i)});
    }
  }

  Participant manager(const CsvRow& row) {
    Participant manager;
    manager.label = table_.cell(row, "label");
    manager.id = manager_id(manager.label);
    manager.purse = rules_.budget;
    check_label(row, manager.label);
    read_purse(row, manager);
    read_retained(row, manager);
    check_cards(row);
    return manager;
  }

 private:
  void check_label(const CsvRow& row, const std::string& label) {
    const auto [first, is_new] = lines_.emplace(label, row.line);
    if (label.empty()) {
      table_.fail(row, "label", "must not be empty");
    } else if (label.size() > kMaxLabel) {
      table_.fail(row, "label", "must be " + std::to_string(kMaxLabel) + " bytes at most");
    } else if (!is_new) {
      table_.fail(row, "label", "stands in line " + std::to_string(first->second) + " already");
    }
  }

  void read_purse(const CsvRow& row, Participant& manager) {
    const std::string& text = table_.cell(row, "purse");
    if (text.empty()) return;
    const std::optional<Money> purse = amount_of(rules_.currency, text);
    if (purse) manager.purse = *purse;
    if (!purse) table_.fail(row, "purse", amount_wanted(rules_.currency));
  }

  void read_retained(const CsvRow& row, Participant& manager) {
    for (const std::string_view item : items_of(table_.cell(row, "retained"))) {
      const std::size_t colon = item.rfind(':');
      if (colon == std::string_view::npos) {
        return table_.fail(row, "retained", "must be externalId:price, parted by ;");
      }
      const std::string id(item.substr(0, colon));
      const std::optional<Money> price = amount_of(rules_.currency, item.substr(colon + 1));
      const auto found = slots_.find(id);
      if (found == slots_.end()) {
        table_.fail(row, "retained", "no asset has the externalId " + id);
      } else if (!price) {
        table_.fail(row, "retained", "the price of " + id + ' ' + amount_wanted(rules_.currency));
      } else if (const auto [by, is_new] = kept_.emplace(id, row.line); !is_new) {
        table_.fail(row, "retained",
                    id + " is retained in line " + std::to_string(by->second) + " already");
      } else {
        manager.retained.push_back({found->second, *price});
      }
    }
  }

  void check_cards(const CsvRow& row) {
    constexpr int kMostCards = kMaxSquad;
    const std::string& text = table_.cell(row, "cards");
    int cards = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), cards);
    const bool whole = end.ec == std::errc() && end.ptr == text.data() + text.size();
    if (text.empty() || (whole && cards >= 0 && cards <= kMostCards)) return;
    table_.fail(row, "cards", "must be 0 to " + std::to_string(kMostCards));
  }

  const CsvTable& table_;
  const RuleSet& rules_;
  std::map<std::string, AssetSlot, std::less<>> slots_;
  std::map<std::string, std::uint32_t> lines_;  // where a label stood first
  std::map<std::string, std::uint32_t> kept_;   // where an asset was retained first
};

void check_manager_columns(const CsvTable& table, std::vector<CsvFault>& faults) {
  table.check_names({"label"}, kManagerKnows);
  for (const std::string& name : table.header()) {
    if (!faults.empty() ||
        std::find(kManagerKnows.begin(), kManagerKnows.end(), name) != kManagerKnows.end())
      continue;
    faults.push_back({table.header_line(), name, "",
                      "is unknown; the columns are label, purse, retained, cards"});
  }
}

}  // namespace

absl::StatusOr<std::vector<Participant>> managers_from_csv(std::string_view text,
                                                           const RuleSet& rules,
                                                           const Catalogue& catalogue) {
  std::vector<CsvFault> faults;
  const CsvTable table(text, faults);
  if (faults.empty()) check_manager_columns(table, faults);
  if (!faults.empty()) return to_status(faults);
  if (table.rows().empty() || table.rows().size() > kMaxManagers) {
    return to_status({{0, "", std::to_string(table.rows().size()),
                       "must have 1 to " + std::to_string(kMaxManagers) + " managers"}});
  }
  std::vector<Participant> managers;
  ManagerReader reader(table, rules, catalogue);
  for (const CsvRow& row : table.rows()) managers.push_back(reader.manager(row));
  if (!faults.empty()) return to_status(faults);
  return managers;
}

}  // namespace auction
