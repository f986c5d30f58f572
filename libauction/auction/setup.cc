#include "libauction/auction/setup.h"

#include <array>
#include <cstring>

namespace auction {
namespace {

void put_asset(Bytes& out, const Asset& asset) {
  put(out, asset.id);
  put_text(out, asset.external_id);
  put_text(out, asset.name);
  put_text(out, asset.set);
  put_u32(out, static_cast<std::uint32_t>(asset.roles.size()));
  for (const std::string& role : asset.roles) put_text(out, role);
  put_u32(out, static_cast<std::uint32_t>(asset.attributes.size()));
  for (const Attribute& a : asset.attributes) {
    put_text(out, a.name);
    put_text(out, a.value);
  }
  put(out, asset.base_price);
}

Asset read_asset(ByteReader& in) {
  Asset asset;
  asset.id = in.id<AssetTag>();
  asset.external_id = in.text();
  asset.name = in.text();
  asset.set = in.text();
  asset.roles.resize(in.count(4));
  for (std::string& role : asset.roles) role = in.text();
  asset.attributes.resize(in.count(8));
  for (Attribute& a : asset.attributes) {
    a.name = in.text();
    a.value = in.text();
  }
  asset.base_price = in.money();
  return asset;
}

void put_participant(Bytes& out, const Participant& participant) {
  put(out, participant.id);
  put_text(out, participant.label);
  put(out, participant.purse);
  put_u32(out, static_cast<std::uint32_t>(participant.retained.size()));
  for (const Retained& r : participant.retained) {
    put_u16(out, r.asset.value);
    put(out, r.price);
  }
}

Participant read_participant(ByteReader& in) {
  Participant participant;
  participant.id = in.id<ManagerTag>();
  participant.label = in.text();
  participant.purse = in.money();
  participant.retained.resize(in.count(10));
  for (Retained& r : participant.retained) {
    r.asset.value = in.u16();
    r.price = in.money();
  }
  return participant;
}

constexpr std::size_t kLeastAssetBytes = 44;
constexpr std::size_t kLeastParticipantBytes = 32;

}  // namespace

void put(Bytes& out, const Setup& setup) {
  put(out, setup.auction);
  put(out, *setup.rules);
  put_u32(out, static_cast<std::uint32_t>(setup.catalogue->assets.size()));
  for (const Asset& asset : setup.catalogue->assets) put_asset(out, asset);
  put_u32(out, static_cast<std::uint32_t>(setup.participants.size()));
  for (const Participant& participant : setup.participants) put_participant(out, participant);
  put_u32(out, static_cast<std::uint32_t>(setup.commissioners.size()));
  for (const ActorId id : setup.commissioners) put(out, id);
  put_bytes(out, setup.order_commitment.bytes);
}

Setup read_setup(ByteReader& in) {
  Setup setup;
  setup.auction = in.id<AuctionTag>();
  setup.rules = Shared<RuleSet>(read_rule_set(in));
  Catalogue catalogue;
  catalogue.assets.resize(in.count(kLeastAssetBytes));
  for (Asset& asset : catalogue.assets) asset = read_asset(in);
  setup.catalogue = Shared<Catalogue>(std::move(catalogue));
  setup.participants.resize(in.count(kLeastParticipantBytes));
  for (Participant& participant : setup.participants) participant = read_participant(in);
  setup.commissioners.resize(in.count(16));
  for (ActorId& id : setup.commissioners) id = in.id<ActorTag>();
  const ByteView commitment = in.bytes(setup.order_commitment.bytes.size());
  if (in.ok())
    std::memcpy(setup.order_commitment.bytes.data(), commitment.data(), commitment.size());
  return setup;
}

std::vector<AssetSlot> offered_assets(const Setup& setup) {
  std::vector<bool> retained(setup.catalogue->assets.size(), false);
  for (const Participant& participant : setup.participants) {
    for (const Retained& r : participant.retained) {
      if (r.asset.value < retained.size()) retained[r.asset.value] = true;
    }
  }
  std::vector<AssetSlot> offered;
  for (std::size_t i = 0; i < retained.size(); ++i) {
    if (!retained[i]) offered.push_back({static_cast<std::uint16_t>(i)});
  }
  return offered;
}

}  // namespace auction
