// Metrics: everything that is counted, by its name in the contract. Rooms call it where it happens;
// GET /api/metrics reads it.
//
//   metrics.bid_rejected("too_low");
//   metrics.text() -> "# HELP bids_rejected_total ..."
//
// No hidden amount and no user's id ever comes in: labels are words of a short list or route
// templates. Any thread may call it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "libauction/base/instant.h"

namespace pilot {

class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  void request(std::string_view method, std::string_view endpoint, int status, double seconds);
  // A long poll: it waits on purpose, so its time is no figure.
  void polled(std::string_view method, std::string_view endpoint, int status);
  void rate_limited(std::string_view endpoint, bool refused);  // not refused: would have been
  void abuse(std::string_view kind);

  void socket_opened();
  void socket_closed(bool unclean);  // unclean: it did not say good-bye
  void socket_resynced();

  void bid_placed();
  void bid_rejected(std::string_view reason);
  void bid_took(auction::Millis from_bytes_to_answer);
  void participant_joined();
  void league_created(std::string_view sport);
  void auction_started();
  void auction_completed(std::string_view reason);
  void timer_tick();
  void lot_closed(auction::Millis after_its_deadline);

  void committed(auction::Millis took);
  void commit_failed();

  std::string text() const;

 private:
  struct Families;
  std::unique_ptr<Families> families_;
};

// "GET", or "other" for what is no method of ours: strangers choose no labels.
std::string_view method_label(std::string_view method);

}  // namespace pilot
