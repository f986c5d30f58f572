// Rule books: from figures to points, one row with its reasons or a whole season at once.
#include <pybind11/numpy.h>

#include "bindings/python/bind.h"
#include "libauction/adapters/json/rule_book.h"
#include "libauction/adapters/results/overrides.h"
#include "libauction/scoring/cricket_overrides.h"
#include "libauction/scoring/rule_book_lint.h"
#include "libauction/scoring/rule_book_version.h"
#include "libauction/scoring/rule_books.h"
#include "libauction/scoring/sheet.h"

namespace auction::python {
namespace {

using Column = py::array_t<std::int32_t, py::array::c_style>;
using Places = py::array_t<std::uint8_t, py::array::c_style>;

py::list book_ids() {
  py::list ids;
  for (const std::string_view id : rule_book_ids()) ids.append(py::str(id.data(), id.size()));
  return ids;
}

Shared<RuleBook> book_named(py::handle id) {
  const std::string wanted = text_of(id, "id");
  if (auto book = rule_book(wanted)) return Shared<RuleBook>(*std::move(book));
  throw py::value_error("id: no rule book is called '" + wanted + "'; see auction.rule_books()");
}

Shared<RuleBook> book_from_json(py::handle text) {
  return Shared<RuleBook>(value_or_raise(rule_book_from_json(text_of(text, "text"))));
}

Shared<RuleBook> overridden(const Shared<RuleBook>& book, py::handle text) {
  const auto overrides = value_or_raise(overrides_from_json(text_of(text, "text")));
  return overrides ? Shared<RuleBook>(with_overrides(*book, *overrides)) : book;
}

std::uint8_t position_of(const RuleBook& book, py::handle name) {
  if (name.is_none()) return 0;
  const std::string wanted = text_of(name, "position");
  if (const auto position = find_position(book, wanted)) return *position;
  throw py::value_error("position: the book knows no '" + wanted + "'");
}

std::vector<std::int32_t> figures_of(const RuleBook& book, const py::dict& figures) {
  std::vector<std::int32_t> values(book.stats.size());
  for (const auto& [key, value] : figures) {
    const std::string name = text_of(key, "figures");
    const auto slot = find_stat(book, name);
    if (!slot) throw py::value_error("figures: the book scores no '" + name + "'");
    const auto number = whole(value, name.c_str(), -1'000'000'000, 1'000'000'000);
    values[*slot] = static_cast<std::int32_t>(number);
  }
  return values;
}

Armband armband_of(py::handle value) {
  if (value.is_none()) return Armband::kNone;
  const std::string word = text_of(value, "armband");
  if (word == "captain") return Armband::kCaptain;
  if (word == "vice_captain") return Armband::kViceCaptain;
  throw py::value_error("armband: must be 'captain' or 'vice_captain'");
}

py::object score_one(const Shared<RuleBook>& book, const py::dict& figures, py::handle position,
                     py::handle armband) {
  const std::vector<std::int32_t> values = figures_of(*book, figures);
  const Row row{values, position_of(*book, position)};
  const Score scored = score(*book, row, armband_of(armband));
  py::list awards;
  for (const Award& a : scored.awards) {
    awards.append(make("scores", "Award", book->rules[a.rule].reason, a.sum, a.against, a.units,
                       points_text(a.units, book->scale)));
  }
  return make("scores", "Score", scored.total, points_text(scored.total, book->scale),
              py::tuple(awards), explain(*book, scored));
}

struct Columns {
  std::vector<const std::int32_t*> of;  // null: not in the table, so 0
  const std::uint8_t* places = nullptr;
  std::size_t rows = 0;
};

// Rows whose figures fit a sheet go there; the rest, of which real seasons have none, by
// themselves.
void score_rows_of(const RuleBook& book, const Columns& columns, std::int64_t* out) {
  Sheet sheet(book.stats.size());
  std::vector<std::int32_t> row(book.stats.size());
  std::vector<std::size_t> in_sheet;
  for (std::size_t r = 0; r < columns.rows; ++r) {
    for (std::size_t s = 0; s < row.size(); ++s) {
      row[s] = columns.of[s] == nullptr ? 0 : columns.of[s][r];
    }
    const Row figures{row, columns.places == nullptr ? std::uint8_t{0} : columns.places[r]};
    if (sheet.add(figures)) {
      in_sheet.push_back(r);
    } else {
      out[r] = points(book, figures);
    }
  }
  const std::vector<std::int64_t> units = points(book, sheet);
  for (std::size_t i = 0; i < in_sheet.size(); ++i) out[in_sheet[i]] = units[i];
}

py::array_t<std::int64_t> score_columns(const Shared<RuleBook>& book, const py::list& given,
                                        py::handle places, std::size_t rows) {
  if (given.size() != book->stats.size()) throw py::value_error("columns: one a figure");
  Columns columns{{}, nullptr, rows};
  std::vector<py::object> kept;
  for (const py::handle value : given) {
    if (value.is_none()) {
      columns.of.push_back(nullptr);
      continue;
    }
    const auto column = py::cast<Column>(value);
    if (column.ndim() != 1 || static_cast<std::size_t>(column.size()) != rows) {
      throw py::value_error("columns: must be one-dimensional and of one length");
    }
    columns.of.push_back(column.data());
    kept.push_back(column);
  }
  if (!places.is_none()) {
    const auto column = py::cast<Places>(places);
    if (static_cast<std::size_t>(column.size()) != rows) throw py::value_error("positions: length");
    for (std::size_t i = 0; i < rows; ++i) {
      if (column.data()[i] >= book->positions.size()) throw py::value_error("positions: range");
    }
    columns.places = column.data();
    kept.push_back(column);
  }
  py::array_t<std::int64_t> out(static_cast<py::ssize_t>(rows));
  std::int64_t* into = out.mutable_data();
  py::gil_scoped_release release;
  score_rows_of(*book, columns, into);
  return out;
}

py::tuple texts(const std::vector<std::string>& values) {
  py::list list;
  for (const std::string& value : values) list.append(value);
  return py::tuple(list);
}

py::str sport_word(const Shared<RuleBook>& book) {
  constexpr const char* kWords[] = {"clubs", "football", "cricket", "other"};
  return kWords[static_cast<std::size_t>(book->sport)];
}

}  // namespace

void bind_book(py::module_& module) {
  module.def("rule_books", &book_ids, "The ids of the rule books that come with the library.");
  py::class_<Shared<RuleBook>>(module, "RuleBook",
                               R"(How the figures of one player in one match become points.

Points are whole numbers of the book's unit, `scale` of them a point, so nothing is ever rounded.)")
      .def_static("named", &book_named, py::arg("id"), "A book of the library, by its id.")
      .def_static("from_json", &book_from_json, py::arg("text"),
                  "Reads the JSON form (docs/scoring.md), also one with a base to start from.")
      .def(
          "to_json", [](const Shared<RuleBook>& b) { return to_json(*b); },
          "The whole book as JSON.")
      .def("with_overrides", &overridden, py::arg("text"),
           "A cricket book with a league's own numbers, from the pilot's JSON of overrides.")
      .def(
          "lint", [](const Shared<RuleBook>& b) { return findings_list(lint(*b)); },
          "What in it cannot work: a list of `Finding`.")
      .def("score", &score_one, py::arg("figures"), py::arg("position") = py::none(),
           py::arg("armband") = py::none(),
           R"(The points of one row, with the reason of each.

Parameters
----------
figures : dict of str to int
    By the book's names; those left out are 0.
position : str, optional
armband : {'captain', 'vice_captain'}, optional

Returns
-------
Score)")
      .def("_score_columns", &score_columns, py::arg("columns"), py::arg("positions"),
           py::arg("rows"))
      .def(
          "text",
          [](const Shared<RuleBook>& b, py::handle units) {
            return points_text(whole(units, "units", -kMaxMoney.units, kMaxMoney.units), b->scale);
          },
          py::arg("units"), "Units as a decimal text: exact.")
      .def_property_readonly(
          "id", [](const Shared<RuleBook>& b) { return b->id; }, "Its id.")
      .def_property_readonly(
          "title", [](const Shared<RuleBook>& b) { return b->title; }, "For people.")
      .def_property_readonly(
          "source", [](const Shared<RuleBook>& b) { return b->source; },
          "Where its numbers were published.")
      .def_property_readonly("sport", &sport_word, "'clubs', 'football', 'cricket' or 'other'.")
      .def_property_readonly(
          "scale", [](const Shared<RuleBook>& b) { return b->scale; }, "Units a point.")
      .def_property_readonly(
          "stats", [](const Shared<RuleBook>& b) { return texts(b->stats); },
          "Names of the figures it scores.")
      .def_property_readonly(
          "positions", [](const Shared<RuleBook>& b) { return texts(b->positions); },
          "Names of the positions; the first is an unknown player's.")
      .def_property_readonly(
          "digest", [](const Shared<RuleBook>& b) { return hex(rules_digest(*b)); },
          "SHA-256 of all that decides points, hex.")
      .def(
          "__eq__", [](const Shared<RuleBook>& a, const Shared<RuleBook>& b) { return a == b; },
          py::is_operator())
      .def("__hash__", [](const Shared<RuleBook>& b) { return std::hash<std::string>()(b->id); })
      .def("__repr__", [](const Shared<RuleBook>& b) { return "<RuleBook " + b->id + ">"; })
      .def(py::pickle([](const Shared<RuleBook>& b) { return py::make_tuple(to_json(*b)); },
                      [](const py::tuple& t) { return book_from_json(t[0]); }));
}

}  // namespace auction::python
