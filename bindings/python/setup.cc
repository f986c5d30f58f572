// Set-ups: rules, assets and managers made into what an auction pins in its first record.
#include "libauction/adapters/json/setup.h"

#include "bindings/python/catalogue.h"

namespace auction::python {
namespace {

using Pinned = Shared<Setup>;

// The same inputs have the same id, so that the same inputs make the same log, byte for byte.
AuctionId auction_named_by(const Setup& setup) {
  Bytes bytes;
  put(bytes, setup);
  const Digest digest = sha256(bytes);
  AuctionId id;
  for (std::size_t i = 0; i < 8; ++i) id.hi = id.hi << 8 | digest.bytes[i];
  for (std::size_t i = 8; i < 16; ++i) id.lo = id.lo << 8 | digest.bytes[i];
  id.hi = (id.hi & ~std::uint64_t{0xf000}) | 0x8000;
  id.lo = (id.lo & ~(std::uint64_t{3} << 62)) | (std::uint64_t{2} << 62);
  return id;
}

constexpr ActorId kTheCommissioner{0x636f6d6d69738000, 0x8000000000000001};

std::vector<ActorId> commissioners_of(py::handle values) {
  if (values.is_none()) return {kTheCommissioner};
  std::vector<ActorId> ids;
  for (const py::handle value : py::iter(values)) {
    ids.push_back(id_of<ActorId>(value, "commissioners"));
  }
  return ids;
}

// A drawn order is pinned by its seed's hash before anybody can draw.
void commit_order(Setup& setup, py::handle seed) {
  if (needs_draw(setup.rules->order.kind)) {
    setup.order_commitment = commitment(seed_from(seed_of(seed, "seed")));
  }
}

Pinned setup_of(const Shared<RuleSet>& rules, const Shared<Catalogue>& assets,
                const py::sequence& managers, py::handle seed, py::handle commissioners,
                py::handle id) {
  Setup setup;
  setup.rules = rules;
  setup.catalogue = assets;
  for (const py::handle manager : managers) {
    if (!py::isinstance<Entrant>(manager)) {
      throw py::type_error("managers: must be Managers, not " +
                           std::string(Py_TYPE(manager.ptr())->tp_name));
    }
    setup.participants.push_back(participant_of(manager.cast<const Entrant&>(), *rules, *assets));
  }
  setup.commissioners = commissioners_of(commissioners);
  commit_order(setup, seed);
  setup.auction = id.is_none() ? auction_named_by(setup) : id_of<AuctionId>(id, "id");
  if (const auto findings = check_setup(setup); has_errors(findings)) raise_findings(findings);
  return Pinned(std::move(setup));
}

Pinned setup_from_text(py::handle text) {
  Setup setup = value_or_raise(setup_from_json(text_of(text, "text")));
  if (const auto findings = check_setup(setup); has_errors(findings)) raise_findings(findings);
  return Pinned(std::move(setup));
}

py::list labels(const Pinned& setup) {
  py::list labels;
  for (const Participant& p : setup->participants) labels.append(p.label);
  return labels;
}

py::list managers(const Pinned& setup) {
  py::list list;
  for (const Participant& p : setup->participants) {
    Entrant entrant{p.label, p.purse, {}, p.id};
    for (const Retained& r : p.retained) {
      entrant.retained.emplace_back((*setup->catalogue)[r.asset].external_id, r.price);
    }
    list.append(py::cast(std::move(entrant)));
  }
  return list;
}

py::list commissioners(const Pinned& setup) {
  py::list ids;
  for (const ActorId id : setup->commissioners) ids.append(to_text(id));
  return ids;
}

py::bytes canonical(const Pinned& setup) {
  Bytes bytes;
  put(bytes, *setup);
  return bytes_object(bytes);
}

Pinned from_canonical(py::handle value) {
  const Bytes bytes = bytes_of(value, "bytes");
  ByteReader in(bytes);
  Setup setup = read_setup(in);
  if (!in.finished()) raise("InputError", "these bytes are no set-up");
  if (const auto findings = check_setup(setup); has_errors(findings)) raise_findings(findings);
  return Pinned(std::move(setup));
}

}  // namespace

void bind_setup(py::module_& module) {
  py::class_<Pinned>(module, "Setup", R"(What an auction pins in its first record, by value.

Parameters
----------
rules : RuleSet
assets : Catalogue
managers : sequence of Manager
    1 to 64; a manager's place is the number it is named by.
seed : int
    Of the drawn order, 0 to 2**64 - 1, where the rules draw one.
commissioners : iterable of str, optional
    UUIDs of those who may conduct the auction; one of ours where it is left out.
id : str, optional
    The auction's UUID; else it follows from everything above.

Raises
------
InputError
    If the engine would refuse such an auction; `faults` names every reason.)")
      .def(py::init(&setup_of), py::arg("rules"), py::arg("assets"), py::arg("managers"),
           py::kw_only(), py::arg("seed") = 0, py::arg("commissioners") = py::none(),
           py::arg("id") = py::none())
      .def_static("from_json", &setup_from_text, py::arg("text"), "Reads the JSON form.")
      .def(
          "to_json", [](const Pinned& s) { return to_json(*s); }, "The whole set-up as JSON.")
      .def_static("from_bytes", &from_canonical, py::arg("bytes"), "Reads canonical bytes.")
      .def("to_bytes", &canonical, "Its canonical bytes: equal set-ups have equal bytes.")
      .def(
          "findings", [](const Pinned& s) { return findings_list(check_setup(*s)); },
          "Warnings: what will surprise.")
      .def_property_readonly(
          "id", [](const Pinned& s) { return to_text(s->auction); }, "The auction's UUID.")
      .def_property_readonly(
          "rules", [](const Pinned& s) { return s->rules; }, "The rule set.")
      .def_property_readonly(
          "assets", [](const Pinned& s) { return s->catalogue; }, "The catalogue.")
      .def_property_readonly("labels", &labels, "The managers' labels, by slot.")
      .def_property_readonly("managers", &managers, "The managers, by slot.")
      .def_property_readonly("commissioners", &commissioners, "UUID texts.")
      .def(
          "__eq__", [](const Pinned& a, const Pinned& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const Pinned& s) { return s->auction.lo; })
      .def("__repr__",
           [](const Pinned& s) {
             return "<Setup of " + s->rules->name + ": " + std::to_string(s->participants.size()) +
                    " managers, " + std::to_string(s->catalogue->assets.size()) + " assets>";
           })
      .def(py::pickle([](const Pinned& s) { return py::make_tuple(canonical(s)); },
                      [](const py::tuple& t) { return from_canonical(t[0]); }));
}

}  // namespace auction::python
