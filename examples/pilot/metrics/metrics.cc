#include "examples/pilot/metrics/metrics.h"

#include <prometheus/text_serializer.h>

#include "examples/pilot/metrics/families.h"
#include "examples/pilot/metrics/process.h"

namespace pilot {

Metrics::Metrics() : families_(std::make_unique<Families>()) {}
Metrics::~Metrics() = default;

std::string_view method_label(std::string_view method) {
  for (const std::string_view known :
       {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
    if (method == known) return known;
  }
  return "other";
}

void Metrics::polled(std::string_view method, std::string_view endpoint, int status) {
  families_->requests
      .Add({{"method", std::string(method)},
            {"endpoint", std::string(endpoint)},
            {"status", std::to_string(status)}})
      .Increment();
}

void Metrics::request(std::string_view method, std::string_view endpoint, int status,
                      double seconds) {
  polled(method, endpoint, status);
  families_->durations
      .Add({{"method", std::string(method)}, {"endpoint", std::string(endpoint)}},
           families_->request_buckets)
      .Observe(seconds);
}

void Metrics::rate_limited(std::string_view endpoint, bool refused) {
  auto& family = refused ? families_->limited : families_->would_block;
  family.Add({{"endpoint", std::string(endpoint)}}).Increment();
}

void Metrics::abuse(std::string_view kind) {
  families_->abuse.Add({{"kind", std::string(kind)}}).Increment();
}

void Metrics::socket_opened() {
  families_->connections.Increment();
  families_->active.Increment();
}

void Metrics::socket_closed(bool unclean) {
  families_->disconnections.Increment();
  families_->active.Decrement();
  if (unclean) families_->unclean.Increment();
}

void Metrics::socket_resynced() { families_->resyncs.Increment(); }

void Metrics::bid_placed() { families_->bids.Increment(); }
void Metrics::bid_rejected(std::string_view reason) {
  families_->rejected.Add({{"reason", std::string(reason)}}).Increment();
}
void Metrics::bid_took(auction::Millis length) {
  families_->bid_latency.Observe(to_seconds(length));
}

void Metrics::participant_joined() { families_->joined.Increment(); }
void Metrics::league_created(std::string_view sport) {
  families_->leagues.Add({{"sport", std::string(sport)}}).Increment();
}
void Metrics::auction_started() { families_->started.Increment(); }
void Metrics::auction_completed(std::string_view reason) {
  families_->completed.Add({{"reason", std::string(reason)}}).Increment();
}
void Metrics::timer_tick() { families_->ticks.Increment(); }
void Metrics::lot_closed(auction::Millis late) { families_->close_lag.Observe(to_seconds(late)); }

void Metrics::committed(auction::Millis took) { families_->commits.Observe(to_seconds(took)); }
void Metrics::commit_failed() { families_->commit_failures.Increment(); }

std::string Metrics::text() const {
  const ProcessFigures figures = process_figures();
  const double more = figures.cpu_seconds - families_->cpu.Value();
  if (more > 0) families_->cpu.Increment(more);
  families_->memory.Set(figures.resident_bytes);
  families_->start.Set(figures.started_at);
  return prometheus::TextSerializer().Serialize(families_->registry.Collect());
}

}  // namespace pilot
