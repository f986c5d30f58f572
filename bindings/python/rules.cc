// Rule sets: presets, the JSON form, lint, and the fields people ask for.
#include "bindings/python/bind.h"
#include "libauction/adapters/json/pretty.h"
#include "libauction/adapters/json/rule_set.h"
#include "libauction/rules/presets.h"

namespace auction::python {
namespace {

using Rules = Shared<RuleSet>;

Rules rules_from_json(py::handle text) {
  return Rules(value_or_raise(rule_set_from_json(text_of(text, "text"))));
}

Rules preset_named(py::handle name) {
  const std::string wanted = text_of(name, "name");
  if (auto found = preset(wanted)) return Rules(*std::move(found));
  std::string known;
  for (const std::string_view n : preset_names()) {
    known += (known.empty() ? "" : ", ") + std::string(n);
  }
  throw py::value_error("name: no preset is called '" + wanted + "'; there are " + known);
}

py::list presets() {
  py::list names;
  for (const std::string_view name : preset_names())
    names.append(py::str(name.data(), name.size()));
  return names;
}

py::str format_amount(const Rules& rules, py::handle amount) {
  return format_money(rules->currency,
                      {whole(amount, "amount", -kMaxMoney.units, kMaxMoney.units)});
}

std::int64_t parse_amount(const Rules& rules, py::handle text) {
  const auto amount = parse_money(rules->currency, text_of(text, "text"));
  if (!amount) throw py::value_error("text: is no amount of " + rules->currency.code);
  return amount->units;
}

py::str digest_of_rules(const Rules& rules) {
  Bytes bytes;
  put(bytes, *rules);
  return hex(sha256(bytes));
}

}  // namespace

void bind_rules(py::module_& module) {
  module.def("presets", &presets, "The names of the rule sets that come with the library.");
  py::class_<Rules> rules(module, "RuleSet", R"(Everything about how an auction runs, as one value.

Made by `RuleSet.preset`, `RuleSet.from_json` or `auction.rules(...)`; immutable, hashable,
picklable. Amounts are ints in the rule set's own unit (`format` writes them for people).)");
  rules
      .def_static("preset", &preset_named, py::arg("name"),
                  "A rule set of the library by its name.\n\nRaises\n------\nValueError\n    If "
                  "there is none of that name; the message lists those there are.")
      .def_static("from_json", &rules_from_json, py::arg("text"),
                  "Reads the JSON form (docs/rule-sets.md), also one with a preset to start "
                  "from.\n\nRaises\n------\nInputError\n    Names the field by its JSON pointer.")
      .def(
          "to_json", [](const Rules& r) { return to_json(*r); },
          "The whole rule set as JSON; reading it gives an equal one.")
      .def(
          "pretty", [](const Rules& r) { return pretty_json(to_json(*r)); },
          "The same JSON, laid out for people.")
      .def(
          "lint", [](const Rules& r) { return findings_list(lint(*r)); },
          "What in these rules cannot work, or will surprise: a list of `Finding`.")
      .def("format", &format_amount, py::arg("amount"),
           "An amount as people write it: 5000000 is '£5m', 230 is '2.30 cr'.")
      .def("parse", &parse_amount, py::arg("text"), "The amount that such a text means, as an int.")
      .def_property_readonly(
          "name", [](const Rules& r) { return r->name; }, "Its name.")
      .def_property_readonly(
          "notes", [](const Rules& r) { return r->notes; }, "Where its numbers come from.")
      .def_property_readonly(
          "currency", [](const Rules& r) { return r->currency.code; },
          "ISO 4217 code, or 'points'.")
      .def_property_readonly(
          "budget", [](const Rules& r) { return r->budget.units; },
          "A manager's purse at the start, in units of the currency.")
      .def_property_readonly(
          "squad_min", [](const Rules& r) { return r->squad.min; },
          "Assets a squad must be able to reach.")
      .def_property_readonly(
          "squad_max", [](const Rules& r) { return r->squad.max; }, "Assets a squad may hold.")
      .def_property_readonly(
          "lot_ms", [](const Rules& r) { return r->clock.lot_ms.count; },
          "How long a lot is open, milliseconds.")
      .def_property_readonly(
          "gap_ms", [](const Rules& r) { return r->clock.gap_ms.count; },
          "Between two lots, milliseconds.")
      .def_property_readonly("digest", &digest_of_rules, "SHA-256 of the canonical bytes, hex.")
      .def(
          "__eq__", [](const Rules& a, const Rules& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const Rules& r) { return hash_bytes(*r); })
      .def("__repr__", [](const Rules& r) { return "<RuleSet " + r->name + ">"; })
      .def(py::pickle([](const Rules& r) { return py::make_tuple(to_json(*r)); },
                      [](const py::tuple& state) { return rules_from_json(state[0]); }));
}

}  // namespace auction::python
