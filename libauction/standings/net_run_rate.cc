#include "libauction/standings/net_run_rate.h"

#include <cstdlib>

namespace auction {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t kBallsAnOver = 6;

struct Fraction {
  std::int64_t top = 0;
  std::int64_t under = 1;
};

Fraction fraction_of(const NetRunRate& rate) {
  const std::int64_t faced = rate.balls_for > 0 ? rate.balls_for : 1;
  const std::int64_t bowled = rate.balls_against > 0 ? rate.balls_against : 1;
  const std::int64_t scored = rate.balls_for > 0 ? rate.runs_for : 0;
  const std::int64_t conceded = rate.balls_against > 0 ? rate.runs_against : 0;
  return {kBallsAnOver * (scored * bowled - conceded * faced), faced * bowled};
}

}  // namespace

int compare(const NetRunRate& a, const NetRunRate& b) {
  const Fraction x = fraction_of(a);
  const Fraction y = fraction_of(b);
  const Wide left = Wide{x.top} * y.under;
  const Wide right = Wide{y.top} * x.under;
  return left < right ? -1 : left > right ? 1 : 0;
}

std::int64_t thousandths(const NetRunRate& rate) {
  const Fraction value = fraction_of(rate);
  const Wide top = Wide{value.top} * 2000;
  const Wide half = top < 0 ? -Wide{value.under} : Wide{value.under};
  return static_cast<std::int64_t>((top + half) / (Wide{value.under} * 2));
}

std::string net_run_rate_text(const NetRunRate& rate) {
  const std::int64_t value = thousandths(rate);
  const std::string digits = std::to_string(1000 + std::abs(value) % 1000).substr(1);
  return (value < 0 ? "-" : "") + std::to_string(std::abs(value) / 1000) + "." + digits;
}

}  // namespace auction
