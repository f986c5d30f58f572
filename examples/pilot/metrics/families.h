// The families behind Metrics; the names are the contract's. Included by metrics.cc alone, so that
// nobody else reads prometheus-cpp.
#pragma once

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include "examples/pilot/metrics/metrics.h"

namespace pilot {

using Buckets = prometheus::Histogram::BucketBoundaries;

inline double to_seconds(auction::Millis length) {
  return static_cast<double>(length.count) / 1000.0;
}

struct Metrics::Families {
  using Counters = prometheus::Family<prometheus::Counter>;
  using Histograms = prometheus::Family<prometheus::Histogram>;

  Counters& counters(const char* name, const char* help) {
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
  }
  prometheus::Counter& counter(const char* name, const char* help) {
    return counters(name, help).Add({});
  }
  prometheus::Gauge& gauge(const char* name, const char* help) {
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
  }
  Histograms& histograms(const char* name, const char* help) {
    return prometheus::BuildHistogram().Name(name).Help(help).Register(registry);
  }

  const Buckets request_buckets{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};
  const Buckets short_buckets{.001, .002, .005, .01, .02, .05, .1, .25, .5, 1, 2.5, 5};

  prometheus::Registry registry;
  Counters& requests = counters("http_requests_total", "Requests answered.");
  Histograms& durations =
      histograms("http_request_duration_seconds", "From the head to the answer.");
  Counters& limited = counters("rate_limited_requests_total", "Refused with 429.");
  Counters& would_block =
      counters("rate_limit_would_block_total", "Would have been refused, were limits on.");
  Counters& abuse = counters("abuse_threshold_exceeded_total",
                             "Minutes in which one address did "
                             "more than people do.");

  prometheus::Counter& connections = counter("socketio_connections_total", "Sockets opened.");
  prometheus::Counter& disconnections = counter("socketio_disconnections_total", "Sockets closed.");
  prometheus::Counter& unclean =
      counter("socketio_unclean_disconnects_total", "Sockets lost without a good-bye.");
  prometheus::Gauge& active = gauge("socketio_active_connections", "Sockets open now.");
  prometheus::Counter& resyncs =
      counter("socketio_resync_total", "Clients told to drop what they hold.");

  prometheus::Counter& bids = counter("bids_placed_total", "Bids accepted and committed.");
  Counters& rejected = counters("bids_rejected_total", "Bids that a rule refused.");
  prometheus::Histogram& bid_latency =
      histograms("bid_latency_seconds", "From a bid's bytes to its receipt.")
          .Add({}, short_buckets);
  prometheus::Counter& joined = counter("participants_joined_total", "People who joined a league.");
  Counters& leagues = counters("leagues_created_total", "Leagues made.");
  prometheus::Counter& started = counter("auctions_started_total", "Auctions made.");
  Counters& completed = counters("auctions_completed_total", "Auctions that ended.");
  prometheus::Counter& ticks = counter("timer_ticks_total", "Clock messages sent to rooms.");
  prometheus::Histogram& close_lag =
      histograms("lot_close_lag_seconds", "From a lot's deadline to its committed end.")
          .Add({}, short_buckets);

  prometheus::Histogram& commits =
      histograms("log_commit_seconds", "How long commits took.").Add({}, short_buckets);
  prometheus::Counter& commit_failures =
      counter("log_commit_failures_total", "Commits that failed.");

  prometheus::Counter& cpu = counter("process_cpu_seconds_total", "User and system time.");
  prometheus::Gauge& memory = gauge("process_resident_memory_bytes", "Memory in use.");
  prometheus::Gauge& start = gauge("process_start_time_seconds", "Since the Unix epoch.");
};

}  // namespace pilot
