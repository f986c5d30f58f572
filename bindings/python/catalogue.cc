// Assets, catalogues and managers: from Python's values or from CSV text.
#include "bindings/python/catalogue.h"

#include <algorithm>

#include "libauction/adapters/csv/assets.h"
#include "libauction/adapters/csv/ids.h"
#include "libauction/adapters/csv/managers.h"

namespace auction::python {
namespace {

using Assets = Shared<Catalogue>;

std::vector<std::string> texts_of(py::handle values, const char* name) {
  std::vector<std::string> texts;
  if (PyUnicode_Check(values.ptr()) != 0) {
    throw py::type_error(std::string(name) + ": must be several strs, not one");
  }
  for (const py::handle value : py::iter(values)) texts.push_back(text_of(value, name));
  return texts;
}

Asset asset_of(py::handle external_id, py::handle name, py::handle set, py::handle roles,
               const py::dict& attributes, py::handle base_price, py::handle id) {
  Asset asset;
  asset.external_id = text_of(external_id, "external_id");
  asset.name = name.is_none() ? asset.external_id : text_of(name, "name");
  asset.set = text_of(set, "set");
  asset.roles = texts_of(roles, "roles");
  for (const auto& [key, value] : attributes) {
    asset.attributes.push_back({text_of(key, "attributes"), text_of(value, "attributes")});
  }
  std::sort(asset.attributes.begin(), asset.attributes.end(),
            [](const Attribute& a, const Attribute& b) { return a.name < b.name; });
  asset.base_price = money_of(base_price, "base_price");
  asset.id = id.is_none() ? asset_id(asset.external_id) : id_of<AssetId>(id, "id");
  return asset;
}

py::dict attributes_of(const Asset& asset) {
  py::dict dict;
  for (const Attribute& a : asset.attributes) dict[py::str(a.name)] = a.value;
  return dict;
}

py::tuple roles_of(const Asset& asset) {
  py::list roles;
  for (const std::string& role : asset.roles) roles.append(role);
  return py::tuple(roles);
}

py::tuple fields_of(const Asset& a) {
  return py::make_tuple(a.external_id, a.name, a.set, roles_of(a), attributes_of(a),
                        a.base_price.units, to_text(a.id));
}

Assets catalogue_of(py::handle assets) {
  Catalogue catalogue;
  for (const py::handle asset : py::iter(assets)) {
    if (catalogue.assets.size() == kMaxAssets) {
      throw py::value_error("assets: must be at most " + std::to_string(kMaxAssets));
    }
    if (!py::isinstance<Asset>(asset)) {
      throw py::type_error("assets: must be Assets, not " +
                           std::string(Py_TYPE(asset.ptr())->tp_name));
    }
    catalogue.assets.push_back(asset.cast<const Asset&>());
  }
  return Assets(std::move(catalogue));
}

Assets catalogue_from_csv(py::handle text, const Shared<RuleSet>& rules) {
  return Assets(value_or_raise(assets_from_csv(text_of(text, "text"), rules->currency)));
}

const Asset& asset_at(const Assets& assets, py::handle index) {
  const auto size = static_cast<std::int64_t>(assets->assets.size());
  std::int64_t i = whole(index, "index", INT64_MIN, INT64_MAX);
  if (i < 0) i += size;
  if (i < 0 || i >= size) throw py::index_error("no asset has this place");
  return assets->assets[static_cast<std::size_t>(i)];
}

std::uint16_t slot_named(const Assets& assets, py::handle external_id) {
  const std::string wanted = text_of(external_id, "external_id");
  if (const auto slot = find_asset(*assets, wanted)) return slot->value;
  throw py::key_error(wanted);
}

Entrant entrant_of(py::handle label, py::handle purse, py::handle retained, py::handle id) {
  Entrant entrant;
  entrant.label = text_of(label, "label");
  if (!purse.is_none()) entrant.purse = money_of(purse, "purse");
  for (const py::handle pair : py::iter(retained)) {
    const auto sequence = py::cast<py::sequence>(pair);
    if (sequence.size() != 2) throw py::value_error("retained: must be (external_id, price) pairs");
    entrant.retained.emplace_back(text_of(sequence[0], "retained"),
                                  money_of(sequence[1], "retained"));
  }
  entrant.id = id.is_none() ? manager_id(entrant.label) : id_of<ManagerId>(id, "id");
  return entrant;
}

py::object purse_of(const Entrant& e) {
  if (!e.purse) return py::none();
  return py::int_(e.purse->units);
}

py::tuple retained_of(const Entrant& e) {
  py::list list;
  for (const auto& [asset, price] : e.retained) list.append(py::make_tuple(asset, price.units));
  return py::tuple(list);
}

py::list managers_from_text(py::handle text, const Shared<RuleSet>& rules, const Assets& assets) {
  const auto read = value_or_raise(managers_from_csv(text_of(text, "text"), *rules, *assets));
  py::list list;
  for (const Participant& p : read) {
    Entrant entrant{p.label, p.purse, {}, p.id};
    for (const Retained& r : p.retained) {
      entrant.retained.emplace_back((*assets)[r.asset].external_id, r.price);
    }
    list.append(py::cast(std::move(entrant)));
  }
  return list;
}

py::tuple fields_of(const Entrant& e) {
  return py::make_tuple(e.label, purse_of(e), retained_of(e), to_text(e.id));
}

void bind_asset(py::module_& module) {
  py::class_<Asset>(module, "Asset", R"(What a lot sells: a club or a player.

Parameters
----------
external_id : str
    The owner's key, unique in a catalogue.
name : str, optional
    For people; the external id where it is left out.
set : str
    The set it is offered in, for auctions in sets.
roles : iterable of str
    'BAT', 'WK' ...; quotas may count them.
attributes : dict of str to str
    Free facts that quotas and retention rules name.
base_price : int
    Its own reserve in units of the currency; 0 is the rule set's minimum.
id : str, optional
    A UUID; else it follows from the external id.)")
      .def(py::init(&asset_of), py::arg("external_id"), py::arg("name") = py::none(), py::kw_only(),
           py::arg("set") = "", py::arg("roles") = py::tuple(), py::arg("attributes") = py::dict(),
           py::arg("base_price") = 0, py::arg("id") = py::none())
      .def_property_readonly(
          "id", [](const Asset& a) { return to_text(a.id); }, "UUID text.")
      .def_readonly("external_id", &Asset::external_id, "The owner's key.")
      .def_readonly("name", &Asset::name, "For people.")
      .def_readonly("set", &Asset::set, "'' outside of auctions in sets.")
      .def_property_readonly("roles", &roles_of, "A tuple of str.")
      .def_property_readonly("attributes", &attributes_of, "A dict, made anew for each call.")
      .def_property_readonly(
          "base_price", [](const Asset& a) { return a.base_price.units; },
          "0: the rule set's minimum.")
      .def(
          "__eq__", [](const Asset& a, const Asset& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const Asset& a) { return std::hash<std::string>()(a.external_id); })
      .def("__repr__",
           [](const Asset& a) { return "<Asset " + a.external_id + " '" + a.name + "'>"; })
      .def(py::pickle(
          [](const Asset& a) { return fields_of(a); },
          [](const py::tuple& t) { return asset_of(t[0], t[1], t[2], t[3], t[4], t[5], t[6]); }));
}

void bind_manager(py::module_& module) {
  py::class_<Entrant>(module, "Manager", R"(A participant with a purse.

Parameters
----------
label : str
    The team's public name, unique in an auction; never a person's name.
purse : int, optional
    In units of the currency; the rule set's budget where it is left out.
retained : iterable of (str, int)
    External ids of assets kept before the auction, with the price of each, in order.
id : str, optional
    A UUID; else it follows from the label.)")
      .def(py::init(&entrant_of), py::arg("label"), py::arg("purse") = py::none(), py::kw_only(),
           py::arg("retained") = py::tuple(), py::arg("id") = py::none())
      .def_readonly("label", &Entrant::label, "The team's public name.")
      .def_property_readonly("purse", &purse_of, "None: the rule set's budget.")
      .def_property_readonly("retained", &retained_of, "A tuple of (external id, price).")
      .def_property_readonly(
          "id", [](const Entrant& e) { return to_text(e.id); }, "UUID text.")
      .def(
          "__eq__", [](const Entrant& a, const Entrant& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const Entrant& e) { return std::hash<std::string>()(e.label); })
      .def("__repr__", [](const Entrant& e) { return "<Manager " + e.label + ">"; })
      .def(py::pickle([](const Entrant& e) { return fields_of(e); },
                      [](const py::tuple& t) { return entrant_of(t[0], t[1], t[2], t[3]); }));
}

}  // namespace

Participant participant_of(const Entrant& entrant, const RuleSet& rules,
                           const Catalogue& catalogue) {
  Participant participant{entrant.id, entrant.label, entrant.purse.value_or(rules.budget), {}};
  for (const auto& [external_id, price] : entrant.retained) {
    const auto asset = find_asset(catalogue, external_id);
    if (!asset) {
      raise("InputError", entrant.label + " retains '" + external_id + "', which is no asset here");
    }
    participant.retained.push_back({*asset, price});
  }
  return participant;
}

void bind_catalogue(py::module_& module) {
  bind_asset(module);
  bind_manager(module);
  py::class_<Assets>(module, "Catalogue", R"(The assets of an auction, in the order of their list.

A sequence of at most 65,535 `Asset`; an asset's place in it is its slot, the number that events,
arrays and bids name it by.)")
      .def(py::init(&catalogue_of), py::arg("assets"))
      .def_static("from_csv_text", &catalogue_from_csv, py::arg("text"), py::arg("rules"),
                  "Reads CSV: externalId, name, and optionally roles, set, basePrice; every other "
                  "column is an attribute.\n\nRaises\n------\nInputError\n    Names every bad "
                  "cell by line and column.")
      .def("slot", &slot_named, py::arg("external_id"),
           "The slot of the asset with this external id; KeyError if there is none.")
      .def("__len__", [](const Assets& c) { return c->assets.size(); })
      .def("__getitem__", &asset_at, py::arg("index"), py::return_value_policy::copy)
      .def("__iter__", &iterator_of)
      .def(
          "__eq__", [](const Assets& a, const Assets& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const Assets& c) { return c->assets.size(); })
      .def("__repr__",
           [](const Assets& c) {
             return "<Catalogue of " + std::to_string(c->assets.size()) + " assets>";
           })
      .def(py::pickle(
          [](const Assets& c) {
            py::list list;
            for (const Asset& a : c->assets) list.append(a);
            return py::make_tuple(list);
          },
          [](const py::tuple& t) { return catalogue_of(t[0]); }));
  module.def("managers_from_csv_text", &managers_from_text, py::arg("text"), py::arg("rules"),
             py::arg("assets"), "Reads CSV: label, purse, retained; a list of `Manager`.");
}

}  // namespace auction::python
