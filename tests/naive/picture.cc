#include "tests/naive/picture.h"

#include <algorithm>

#include "tests/naive/clock.h"

namespace naive {
namespace {

class Reader {
 public:
  explicit Reader(const Setup& setup) : rules_(setup.rules), order_(setup.order) {
    p_.last = setup.at;
    if (!rules_.drawn_order) p_.queue = order_;
    p_.named.resize(setup.seats.size());
    p_.adjusted.resize(setup.seats.size());
    p_.promise = setup.promise;
    p_.commissioners = setup.commissioners;
  }

  void read(const Line& line) {
    read_course(line);
    read_lot(line);
    read_round(line);
    read_change(line);
    p_.last = line.at;
  }

  Picture picture() && { return std::move(p_); }

 private:
  Lot& lot(const Line& line) { return p_.lots[static_cast<std::size_t>(line.lot - 1)]; }

  void read_course(const Line& line) {
    switch (line.fact) {
      case Fact::drawn:
        p_.drawn = true, p_.queue.clear();
        break;
      case Fact::opened:
        p_.status = Status::waiting, p_.starts = line.number;
        break;
      case Fact::begun:
        p_.status = Status::running;
        break;
      case Fact::opening:
        p_.openings.push_back(line.number);
        break;
      case Fact::paused:
        p_.status = Status::paused, p_.paused_at = line.at;
        break;
      case Fact::resumed:
        move_deadlines(line.at - p_.paused_at);
        break;
      case Fact::recovered:
        no_deadline_before(line.number);
        break;
      case Fact::adjusted:
        p_.adjusted[static_cast<std::size_t>(line.seat)] += line.number;
        break;
      case Fact::ended:
        p_.status = Status::completed, p_.ending = static_cast<Ending>(line.number);
        break;
      case Fact::cancelled:
        p_.status = Status::cancelled, p_.ending = Ending::none;
        break;
      default:
        break;
    }
  }

  void read_lot(const Line& line) {
    switch (line.fact) {
      case Fact::lot_up:
        come_up(line), use_opening();
        break;
      case Fact::bid:
        bid(lot(line), line);
        break;
      case Fact::retracted:
        retract(lot(line), line);
        break;
      case Fact::extended:
        lot(line).ends += line.number;
        break;
      case Fact::sold:
        conclude(line, Fate::sold, line.by_hand ? Why::closed : Why::hammer);
        break;
      case Fact::assigned:
        if (!p_.is_open(line.lot)) come_up(line);
        conclude(line, Fate::sold, Why::assigned);
        break;
      case Fact::unsold:
        conclude(line, Fate::unsold, line.by_hand ? Why::closed : Why::no_bids);
        break;
      case Fact::passed:
        conclude(line, Fate::unsold, Why::passed);
        break;
      case Fact::nobody:
        come_up(line);
        conclude(line, Fate::unsold, Why::nobody_can_bid);
        break;
      case Fact::skipped:
        come_up(line);
        conclude(line, Fate::unsold, Why::closed);
        break;
      case Fact::withdrawn:
        conclude(line, Fate::withdrawn, Why::withdrawn);
        break;
      default:
        break;
    }
  }

  void read_round(const Line& line) {
    const auto seat = static_cast<std::size_t>(line.seat);
    switch (line.fact) {
      case Fact::asked:
        p_.requests_end = line.number;
        for (std::vector<int>& list : p_.named) list.clear();
        break;
      case Fact::named_anew:
        p_.named[seat].clear();
        break;
      case Fact::named:
        p_.named[seat].push_back(line.asset);
        break;
      case Fact::round:
        ++p_.rounds, p_.requests_end = kNone, p_.openings.clear();
        break;
      case Fact::queued_again:
        p_.queue.push_back(line.asset);
        break;
      case Fact::ended:
        p_.requests_end = kNone;
        break;
      default:
        break;
    }
  }

  void read_change(const Line& line) {
    switch (line.fact) {
      case Fact::undone:
        lot(line).fate = Fate::voided;
        if (line.number == 1) p_.queue.push_back(lot(line).asset);
        break;
      case Fact::reset:
        start_again(line.number);
        break;
      case Fact::end_called:
        p_.ending = Ending::by_commissioner;
        p_.requests_end = kNone, p_.openings.clear();
        break;
      case Fact::appointed:
        p_.commissioners.push_back(line.number);
        break;
      case Fact::dismissed:
        std::erase(p_.commissioners, line.number);
        break;
      default:
        break;
    }
  }

  // Everything as it was in the waiting room, but for the numbers of the lots and who may command.
  void start_again(Int promise) {
    Picture fresh;
    fresh.status = Status::waiting;
    fresh.lots = std::move(p_.lots);
    for (Lot& lot : fresh.lots)
      if (lot.fate == Fate::sold) lot.fate = Fate::voided;
    fresh.old_lots = fresh.lots.size();
    if (!rules_.drawn_order) fresh.queue = order_;
    fresh.named.resize(p_.named.size());
    fresh.adjusted.resize(p_.adjusted.size());
    fresh.concluded = p_.concluded;
    fresh.promise = promise;
    fresh.commissioners = p_.commissioners;
    p_ = std::move(fresh);
  }

  void come_up(const Line& line) {
    std::erase(p_.queue, line.asset);
    Lot lot;
    lot.asset = line.asset;
    lot.round = p_.rounds;
    lot.opened = line.at;
    lot.ends = line.at + rules_.lot_ms;
    if (rules_.hard_stop_ms != kNone) lot.hard_stop = line.at + rules_.hard_stop_ms;
    p_.lots.push_back(lot);
  }

  void use_opening() {
    p_.openings.erase(std::min_element(p_.openings.begin(), p_.openings.end()));
  }

  void bid(Lot& lot, const Line& line) {
    const Int end = end_after_bid(rules_, lot, line.seat, line.number, line.at);
    if (end != lot.ends) ++lot.extensions;
    lot.ends = end;
    lot.last_seq = line.seq;
    lot.bids.push_back({line.seat, line.number, line.at, line.seq});
  }

  void retract(Lot& lot, const Line& line) {
    lot.bids.resize(static_cast<std::size_t>(line.number));
    lot.ends = std::max(lot.ends, p_.clock(line.at) + rules_.window_ms);
    lot.last_seq = line.seq;
  }

  void conclude(const Line& line, Fate fate, Why why) {
    Lot& l = lot(line);
    l.fate = fate, l.why = why, l.closed = line.at;
    l.place = ++p_.concluded;
    if (fate == Fate::sold) l.winner = line.seat, l.price = line.number;
    l.will_reoffer = fate == Fate::unsold && rules_.again == Again::rounds &&
                     p_.rounds < rules_.rounds && !p_.being_ended();
  }

  void move_deadlines(Int by) {
    p_.status = Status::running, p_.paused_at = kNone;
    for (Lot& lot : p_.lots) {
      if (!lot.is_open()) continue;
      lot.ends += by;
      if (lot.hard_stop != kNone) lot.hard_stop += by;
    }
    for (Int& opening : p_.openings) opening += by;
    if (p_.requests_end != kNone) p_.requests_end += by;
  }

  void no_deadline_before(Int instant) {
    if (p_.status == Status::waiting) p_.starts = std::max(p_.starts, instant);
    for (Lot& lot : p_.lots)
      if (lot.is_open()) lot.ends = std::max(lot.ends, instant);
    for (Int& opening : p_.openings) opening = std::max(opening, instant);
    if (p_.requests_end != kNone) p_.requests_end = std::max(p_.requests_end, instant);
  }

  const Rules& rules_;
  const std::vector<int>& order_;
  Picture p_;
};

}  // namespace

bool Picture::is_open(Int lot) const {
  return lot >= 1 && lot <= static_cast<Int>(lots.size()) &&
         lots[static_cast<std::size_t>(lot - 1)].is_open();
}

bool Picture::any_open() const {
  return std::any_of(lots.begin(), lots.end(), [](const Lot& lot) { return lot.is_open(); });
}

Picture read(const Setup& setup, const std::vector<Line>& book) {
  Reader reader(setup);
  for (const Line& line : book) reader.read(line);
  return std::move(reader).picture();
}

}  // namespace naive
