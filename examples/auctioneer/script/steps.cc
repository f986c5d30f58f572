#include "examples/auctioneer/script/steps.h"

namespace auction::script {
namespace {

// The line as written, up to the expectation or the comment.
std::string told(const Line& line) {
  std::string text;
  for (const Word& word : line.words) {
    if (is(word, "->")) break;
    if (!text.empty() && !is(word, ",")) text += ' ';
    text += word.quoted ? '"' + word.text + '"' : word.text;
  }
  return text;
}

void read_time(Reader& in, Step& step) {
  step.after = in.sees("after");
  if (in.take("at") || in.take("after")) step.at = in.duration("a time");
}

void read_mark(Reader& in, Step& step) { step.mark = in.word("a name for this moment").text; }

void read_deed(Reader& in, const Setup& setup, Step& step) {
  step.act = read_act(in, setup);
  step.asleep = std::holds_alternative<Recover>(step.act->command);
  if (in.take("->")) read_answer(in, setup, step.act->command, step.checks);
}

Step read_step(const Line& line, const Setup& setup) {
  Reader in(line);
  Step step;
  step.line = line.number;
  step.text = told(line);
  read_time(in, step);
  if (in.take("expect")) {
    read_expectation(in, setup, step.checks);
  } else if (in.take("mark")) {
    read_mark(in, step);
  } else if (in.take("wake")) {
    step.asleep = true;
  } else if (!in.done()) {
    read_deed(in, setup, step);
  }
  in.end();
  return step;
}

}  // namespace

std::vector<Step> read_steps(std::span<const Line> lines, const Setup& setup) {
  std::vector<Step> steps;
  for (const Line& line : lines) steps.push_back(read_step(line, setup));
  return steps;
}

}  // namespace auction::script
