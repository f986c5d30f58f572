// How a league scores: its sport's book, or the commissioner's own numbers over it.
//
// The choice stands in the league as a book's id, or as the text of a book of its own.
#pragma once

#include "examples/pilot/api/body.h"
#include "libauction/league/league.h"
#include "libauction/scoring/rule_book.h"

namespace pilot {

std::string_view usual_book(std::string_view sport);  // its id
std::string book_text(const League& league);
RuleBook scoring_book(const League& league);

// As the pilot's clients send them; null: the book is the sport's own.
Json overrides_json(const RuleBook& book);

}  // namespace pilot
