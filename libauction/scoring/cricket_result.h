// Who won, and by how much, from the innings' totals alone.
//
//   result_of(score) == {Ending::kWon, side, .wickets = 5}
//
// A limited match is decided by the target; one that was stopped short of it stays kOpen, for then
// a par score decided and no ball tells it. Where the chase was played on past its target, that was
// the par score of the moment rain ended it, and the win is by runs. A match without a quota is
// won, tied or drawn over two innings a side. A tie goes to the winner of the last super over;
// where that was level too, to the side with more boundaries (the rule until 2019).
#pragma once

#include "libauction/scoring/cricket_score.h"

namespace auction {

CricketResult result_of(std::span<const InningsTotal> innings);

// "Mumbai Indians by 5 wickets", "tie (Super Kings in the super over)", "drawn".
std::string result_text(const CricketResult& result, const std::array<std::string, 2>& teams);

}  // namespace auction
