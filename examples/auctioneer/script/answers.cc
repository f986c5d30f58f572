// Answers: what stands behind the arrow of an act. `-> too_low, at least 13.1m`
#include <fmt/format.h>

#include "examples/auctioneer/script/duration.h"
#include "examples/auctioneer/script/steps.h"

namespace auction::script {
namespace {

enum class Unit { kMoney, kTime, kInstant, kCount };

Unit unit_of(const Command& command) {
  if (std::holds_alternative<Extend>(command)) return Unit::kTime;
  if (std::holds_alternative<Open>(command)) return Unit::kInstant;
  if (std::holds_alternative<RequestLots>(command)) return Unit::kCount;
  return Unit::kMoney;
}

std::string limit_text(const Scene& scene, Unit unit) {
  const std::int64_t limit = scene.refusal.limit;
  if (limit == 0) return "no limit";
  switch (unit) {
    case Unit::kTime:
      return duration_text({limit});
    case Unit::kInstant:
      return since(scene.start, {limit});
    case Unit::kCount:
      return std::to_string(limit);
    case Unit::kMoney:
      break;
  }
  return format_money(scene.state.rules->currency, {limit});
}

// The limit as written, in the form limit_text gives it.
std::string wanted_limit(Reader& in, const Setup& setup, Unit unit) {
  switch (unit) {
    case Unit::kTime:
    case Unit::kInstant:
      return duration_text(in.duration("a time"));
    case Unit::kCount:
      return std::to_string(in.integer("a number", 1, 65'535));
    case Unit::kMoney:
      break;
  }
  return format_money(setup.rules->currency, in.money(setup.rules->currency));
}

Check limit_check(std::string wanted, Unit unit) {
  return {"limit", std::move(wanted), [unit](const Scene& scene) {
            return scene.accepted ? "accepted" : limit_text(scene, unit);
          }};
}

std::string verdict(const Scene& scene) {
  if (!scene.accepted) return std::string(word(scene.refusal.reason));
  return scene.count == 0 ? "nothing" : "accepted";
}

// One part of an answer. True if it is the verdict itself: accepted, nothing or a reason.
bool read_part(Reader& in, const Setup& setup, Unit unit, std::vector<Check>& checks) {
  if (in.take("at")) {
    in.one_of({"least", "most"});
    checks.push_back(limit_check(wanted_limit(in, setup, unit), unit));
  } else if (in.take("nearest")) {
    checks.push_back(limit_check(wanted_limit(in, setup, unit), unit));
  } else if (in.take("no")) {
    in.expect("limit");
    checks.push_back(limit_check("no limit", unit));
  } else if (in.sees("accepted") || in.sees("nothing")) {
    const std::string wanted = in.word("an answer").text;
    checks.push_back({"", wanted, verdict});
    return true;
  } else if (!read_lot_property(in, setup, {0}, checks)) {
    const Word& said = in.word("an answer");
    if (!reason_of(said.text)) {
      in.fail_at(said, fmt::format("'{}' is no answer: accepted, nothing, a reason, at least, "
                                   "at most, nearest, no limit, or something about the lot",
                                   said.text));
    }
    checks.push_back({"", said.text, verdict});
    return true;
  }
  return false;
}

}  // namespace

void read_answer(Reader& in, const Setup& setup, const Command& command,
                 std::vector<Check>& checks) {
  const Unit unit = unit_of(command);
  bool first = true;
  do {
    const bool is_verdict = read_part(in, setup, unit, checks);
    if (first != is_verdict) in.fail("the answer comes first: accepted, nothing or a reason");
    first = false;
  } while (in.take(","));
}

std::string answer_text(const Scene& scene, const Command* command) {
  if (command == nullptr) return "";
  if (scene.accepted || scene.refusal.limit == 0) return verdict(scene);
  return fmt::format("{}, limit {}", verdict(scene), limit_text(scene, unit_of(*command)));
}

}  // namespace auction::script
