// Between the files that write the library's own books: rules in the words of a rule page.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "libauction/scoring/rule_book.h"

namespace auction {

using Names = std::initializer_list<std::string_view>;

struct Worth {
  std::string_view position;
  std::int32_t units;
};

// Adds rules to a book; a name the book does not have is a defect of ours and checked.
class BookWriter {
 public:
  explicit BookWriter(RuleBook& book) : book_(book) {}

  void each(std::string_view reason, Names of, std::initializer_list<Worth> worth, Each shape = {});
  void each(std::string_view reason, Names of, std::int32_t units, Each shape = {});
  void steps(std::string_view reason, Names of, std::initializer_list<PointStep> steps);
  void rate(std::string_view reason, std::string_view of, std::int32_t times,
            std::string_view against, std::initializer_list<RateBand> bands);

  // Conditions and exceptions of the rule added last.
  BookWriter& when(std::string_view stat, std::int32_t least, std::int32_t most = kNoMost);
  BookWriter& not_for(std::string_view position);

 private:
  PointRule& add(std::string_view reason, Names of, Shape shape);
  StatSlot stat(std::string_view name) const;
  std::size_t position(std::string_view name) const;

  RuleBook& book_;
};

RuleBook clubs_book();
RuleBook players_book();
std::optional<RuleBook> fpl_book(std::string_view id);
std::optional<RuleBook> pilot_cricket_book(std::string_view id);
std::optional<RuleBook> dream11_book(std::string_view id);

}  // namespace auction
