// Who is in a league: joining, invites, roles, leaving.
#include "bindings/python/live_league.h"
#include "bindings/python/values.h"
#include "libauction/adapters/csv/ids.h"

namespace auction::python {
namespace {

LeagueRole role_of(py::handle value) {
  const std::string name = text_of(value, "role");
  for (unsigned i = 0; i < enum_count(LeagueRole{}); ++i) {
    if (const auto role = static_cast<LeagueRole>(i); word(role) == name) return role;
  }
  throw py::value_error("role: '" + name + "' is none");
}

// A person nobody has named by id has the one that follows from the label.
ActorId person_of(py::handle who, const std::string& label) {
  if (!who.is_none()) return id_of<ActorId>(who, "who");
  const ManagerId id = manager_id(label);
  return {id.hi, id.lo};
}

py::object join(LiveLeague& l, py::handle label, py::handle role, py::handle who, py::handle at) {
  const std::string name = text_of(label, "label");
  return l.act(JoinLeague{name, role_of(role)}, person_of(who, name), l.time_of(at));
}

py::object accept(LiveLeague& l, py::handle secret, py::handle label, py::handle who,
                  py::handle at) {
  const std::string name = text_of(label, "label");
  return l.act(AcceptInvite{text_of(secret, "secret"), name}, person_of(who, name), l.time_of(at));
}

py::object invite(LiveLeague& l, py::handle secret, py::handle role, py::handle uses,
                  py::handle ends, py::handle at, py::handle actor) {
  MakeInvite command;
  command.hash = invite_hash(l.state().id, text_of(secret, "secret"));
  command.role = role_of(role);
  command.most_uses = static_cast<std::uint32_t>(whole(uses, "most_uses", 0, UINT32_MAX));
  if (!ends.is_none()) command.expires_at = instant_of(ends, "expires_at");
  return l.act(command, l.leader(actor), l.time_of(at));
}

py::object revoke(LiveLeague& l, py::handle number, py::handle at, py::handle actor) {
  const auto which = static_cast<std::uint32_t>(whole(number, "number", 0, UINT32_MAX));
  return l.act(RevokeInvite{which}, l.leader(actor), l.time_of(at));
}

py::object leave(LiveLeague& l, py::handle member, py::handle at) {
  return l.act(LeaveLeague{}, l.member_of(member), l.time_of(at));
}

py::object relabel(LiveLeague& l, py::handle member, py::handle label, py::handle at) {
  return l.act(Relabel{text_of(label, "label")}, l.member_of(member), l.time_of(at));
}

py::object add_bot(LiveLeague& l, py::handle label, py::handle who, py::handle at,
                   py::handle actor) {
  const std::string name = text_of(label, "label");
  return l.act(AddBot{person_of(who, name), name}, l.leader(actor), l.time_of(at));
}

py::object remove(LiveLeague& l, py::handle member, py::handle at, py::handle actor) {
  return l.act(RemoveMember{l.member_of(member)}, l.leader(actor), l.time_of(at));
}

py::object give_role(LiveLeague& l, py::handle member, py::handle role, py::handle at,
                     py::handle actor) {
  return l.act(GiveRole{l.member_of(member), role_of(role)}, l.leader(actor), l.time_of(at));
}

py::object hand_over(LiveLeague& l, py::handle member, py::handle at, py::handle actor) {
  return l.act(HandOver{l.member_of(member)}, l.leader(actor), l.time_of(at));
}

py::tuple members(const LiveLeague& l) {
  py::list list;
  for (const LeagueMember& m : l.state().members) {
    list.append(make("leagues", "LeagueMember", to_text(m.id), m.label, value_of(m.role), m.bot,
                     m.joined_at.unix_ms));
  }
  return py::tuple(list);
}

py::tuple invites(const LiveLeague& l) {
  py::list list;
  for (const Invite& i : l.state().invites) {
    list.append(make("leagues", "Invite", i.number, hex(i.hash), value_of(i.role), i.most_uses,
                     i.uses, time_object(i.expires_at)));
  }
  return py::tuple(list);
}

}  // namespace

void bind_members(LeagueClass& c) {
  const py::none none;
  const auto at = py::arg("at") = none;
  const auto actor = py::arg("actor") = none;
  const auto who = py::arg("who") = none;
  const auto role = py::arg("role") = "manager";
  const auto member = py::arg("member");
  c.def("join", &join, py::arg("label"), role, py::kw_only(), who, at,
        "Somebody new joins, where the settings let anybody in; `who`: an id (UUID) of theirs.")
      .def("invite", &invite, py::arg("secret"), role, py::kw_only(), py::arg("most_uses") = 1,
           py::arg("expires_at") = none, at, actor,
           "Whoever shows the secret may join. Only its hash is kept, so draw it with `secrets`.")
      .def("accept", &accept, py::arg("secret"), py::arg("label"), py::kw_only(), who, at,
           "Somebody joins by an invite's secret.")
      .def("revoke", &revoke, py::arg("number"), py::kw_only(), at, actor,
           "The invite of this number lets nobody in any more.")
      .def("leave", &leave, member, py::kw_only(), at, "A member goes.")
      .def("relabel", &relabel, member, py::arg("label"), py::kw_only(), at,
           "A member's team is called otherwise.")
      .def("add_bot", &add_bot, py::arg("label"), py::kw_only(), who, at, actor,
           "A seat for a program.")
      .def("remove", &remove, member, py::kw_only(), at, actor, "Puts a member out.")
      .def("give_role", &give_role, member, py::arg("role"), py::kw_only(), at, actor,
           "Makes a member a spectator, a manager or a deputy.")
      .def("hand_over", &hand_over, member, py::kw_only(), at, actor,
           "Another member is the commissioner from now on.")
      .def_property_readonly("members", &members, "`LeagueMember`s, in the order of joining.")
      .def_property_readonly(
          "commissioner", [](const LiveLeague& l) { return to_text(l.commissioner()); },
          "UUID of the one member who may do everything.")
      .def_property_readonly("invites", &invites, "`Invite`s that stand.");
}

}  // namespace auction::python
