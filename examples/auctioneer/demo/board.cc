#include "examples/auctioneer/demo/board.h"

#include "examples/auctioneer/summary.h"

namespace auction::demo {
namespace {

constexpr std::size_t kWidth = 80;

// Text in lines of the screen's width, each beginning with two blanks.
class Paragraph {
 public:
  explicit Paragraph(cli::Screen& screen) : screen_(screen) {}

  void add(const std::string& piece) {
    const std::size_t comma = line_.empty() ? 0 : 2;
    if (line_.size() + comma + piece.size() + 3 > kWidth) end(",");
    line_ += (line_.empty() ? "" : ", ") + piece;
  }
  void end(std::string_view tail = "") {
    if (!line_.empty()) screen_.print("  {}{}\n", line_, tail);
    line_.clear();
  }

 private:
  cli::Screen& screen_;
  std::string line_;
};

std::string money(const Setup& setup, Money amount) {
  return format_money(setup.rules->currency, amount);
}

// The set of the lot that an event opens or passes.
const std::string* set_of(const State& state, const Event& event) {
  const auto* opened = std::get_if<LotOpened>(&event);
  const auto* passed = std::get_if<LotPassed>(&event);
  if (opened == nullptr && passed == nullptr) return nullptr;
  const AssetSlot asset = opened != nullptr ? opened->asset : passed->asset;
  return &(*state.setup->catalogue)[asset].set;
}

}  // namespace

void Board::operator()(const State& state, const Record& record, std::span<const Event> events) {
  for (const Event& event : events) {
    const std::string* set = set_of(state, event);
    if (set == nullptr || *set == set_) continue;
    set_ = *set;
    screen_.print("{}\n", screen_.paint(cli::kStrong, "Set " + set_));
  }
  ticker_(state, record, events);
}

void show_retentions(cli::Screen& screen, const Setup& setup) {
  screen.print("{}\n", screen.paint(cli::kStrong, "IPL 2025 mega auction. Retentions"));
  screen.print("  {:6}{:>10}{:>12}{:>12}{:>12}\n", "", "retained", "paid", "charged", "purse");
  for (const Participant& p : setup.participants) {
    const RetentionCharge charge =
        retention_charge(setup.rules->retention, *setup.catalogue, p.retained);
    screen.print("  {:6}{:>10}{:>12}{:>12}{:>12}\n", p.label, p.retained.size(),
                 money(setup, charge.paid), money(setup, charge.charged),
                 money(setup, p.purse - charge.charged));
  }
}

void show_moves(cli::Screen& screen, const Facts& facts) {
  screen.print("\n{} lots, in the order of the official list but for {} moves (reconstructed):\n",
               facts.results.size(), facts.moves.size());
  for (const Move& move : facts.moves) {
    screen.print("  {} comes {} {}\n", move.asset, move.place, move.anchor);
  }
  screen.say("Bids are reconstructed too; prices and buyers are facts.\n\n");
}

void show_squads(cli::Screen& screen, const State& state) {
  const Setup& setup = *state.setup;
  screen.print("\n{}\n", screen.paint(cli::kStrong, "Squads"));
  for (std::size_t i = 0; i < state.accounts.size(); ++i) {
    const Account& account = state.accounts[i];
    screen.print("{}, {} players, {} left\n",
                 screen.paint(cli::kStrong, setup.participants[i].label), account.squad.size(),
                 money(setup, purse(account)));
    Paragraph text(screen);
    for (const Holding& holding : account.squad) {
      text.add((*setup.catalogue)[holding.asset].name + ' ' + money(setup, holding.price));
    }
    text.end();
  }
}

void show_table(cli::Screen& screen, const State& state, const Facts& facts) {
  screen.print("\n{}\n", screen.paint(cli::kStrong, "Purses, and what was published"));
  screen.print("  {:6}{:>12}{:>12}{:>12}{:>7}   {:>12}{:>7}\n", "", "charged", "bought for", "left",
               "squad", "published", "squad");
  for (const Published& published : facts.published) {
    const ManagerSlot seat = seat_of(state, published.label);
    if (seat == kNoManager) continue;
    const Account& account = state.accounts[seat.value];
    const bool good = as_published(state, published);
    screen.print("  {:6}{:>12}{:>12}{:>12}{:>7}   {:>12}{:>7}  {}\n", published.label,
                 cli::money_text(state, account.charged), cli::money_text(state, account.spent),
                 cli::money_text(state, purse(account)), account.squad.size(),
                 cli::money_text(state, published.left), published.squad,
                 screen.paint(good ? cli::kGood : cli::kBad, good ? "equal" : "DIFFERS"));
  }
  screen.say("\n");
}

void show_claims(cli::Screen& screen, const std::vector<Claim>& claims) {
  for (const Claim& claim : claims) {
    screen.print("{}  {}\n",
                 screen.paint(claim.holds ? cli::kGood : cli::kBad, claim.holds ? "ok " : "NO "),
                 claim.what);
    for (const std::string& exception : claim.exceptions) screen.print("     {}\n", exception);
  }
}

void show_proof(cli::Screen& screen, const Proof& proof) {
  show_claims(screen, proof.claims);
  screen.print("\nhead    {}\ndigest  {}\n", proof.head, proof.digest);
}

}  // namespace auction::demo
