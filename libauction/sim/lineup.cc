#include "libauction/sim/lineup.h"

#include <algorithm>
#include <charconv>

#include "libauction/sim/character_table_internal.h"

namespace auction {
namespace {

struct Word {
  std::string_view text;
  std::size_t position = 1;
};

LineupError error_at(const Word& word, std::string message) {
  return {word.position, "\"" + std::string(word.text) + "\" " + std::move(message)};
}

// Cuts a text into words between the signs = : , ; and tells which sign ended the word.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Word word() {
    const std::size_t begin = text_.find_first_not_of(" \t", at_);
    const std::size_t from = begin == std::string_view::npos ? text_.size() : begin;
    const std::size_t end = std::min(text_.find_first_of("=:,;", from), text_.size());
    std::string_view found = text_.substr(from, end - from);
    while (found.ends_with(' ') || found.ends_with('\t')) found.remove_suffix(1);
    sign_ = end < text_.size() ? text_[end] : '\0';
    at_ = end + (sign_ == '\0' ? 0 : 1);
    return {found, from + 1};
  }

  char sign() const { return sign_; }  // '\0' at the end of the text
  bool at_end() const { return text_.find_first_not_of(" \t", at_) == std::string_view::npos; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  char sign_ = '\0';
};

class Parser {
 public:
  Parser(std::string_view text, std::span<const Participant> participants)
      : in_(text), participants_(participants), bidders_(participants.size()) {}

  std::variant<Bidders, LineupError> parse() {
    while (!error_ && !in_.at_end()) clause();
    if (error_) return *error_;
    if (!everybody_else_) everybody_else_ = character_kinds().front().make(usual_values());
    for (auto& bidder : bidders_) {
      if (!bidder) bidder = everybody_else_;
    }
    return bidders_;
  }

 private:
  void clause() {
    const Word manager = in_.word();
    if (in_.sign() != '=') return fail(manager, "must be followed by = and a character");
    std::shared_ptr<const Bidder>* place = place_of(manager);
    if (place == nullptr) return fail(manager, "is no manager here; managers are " + labels());
    if (*place) return fail(manager, "is named twice");
    std::shared_ptr<const Bidder> bidder = character();
    if (!error_) *place = std::move(bidder);
  }

  std::shared_ptr<const Bidder> character() {
    const Word name = in_.word();
    for (const CharacterKind& kind : character_kinds()) {
      if (kind.name == name.text) return kind.make(values_of(kind, name));
    }
    fail(name, "is no character; characters are " + names_of(character_kinds()));
    return nullptr;
  }

  std::vector<std::int64_t> values_of(const CharacterKind& kind, const Word& name) {
    std::vector<std::int64_t> values;
    for (const ParameterKind& parameter : kind.parameters) values.push_back(parameter.usual);
    if (in_.sign() == ':') {
      do parameter(kind, values);
      while (!error_ && in_.sign() == ',');
    }
    if (!error_ && in_.sign() != ';' && in_.sign() != '\0') {
      fail(name, "may be followed by : and parameters, or by ;");
    }
    return values;
  }

  void parameter(const CharacterKind& kind, std::vector<std::int64_t>& values) {
    const Word name = in_.word();
    if (in_.sign() != '=') return fail(name, "must be followed by = and a whole number");
    for (std::size_t i = 0; i < kind.parameters.size(); ++i) {
      if (kind.parameters[i].name == name.text) return number(kind.parameters[i], values[i]);
    }
    const std::string known = names_of(kind.parameters);
    fail(name, "is no parameter of " + std::string(kind.name) + "; parameters are " +
                   (known.empty() ? "none" : known));
  }

  void number(const ParameterKind& kind, std::int64_t& value) {
    const Word word = in_.word();
    const char* const end = word.text.data() + word.text.size();
    const auto read = std::from_chars(word.text.data(), end, value);
    if (read.ec == std::errc{} && read.ptr == end && value >= kind.least && value <= kind.most) {
      return;
    }
    fail(word, "must be a whole number from " + std::to_string(kind.least) + " to " +
                   std::to_string(kind.most));
  }

  std::shared_ptr<const Bidder>* place_of(const Word& manager) {
    if (manager.text == "*") return &everybody_else_;
    for (std::size_t i = 0; i < participants_.size(); ++i) {
      if (participants_[i].label == manager.text) return &bidders_[i];
    }
    return nullptr;
  }

  std::string labels() const {
    std::string labels;
    for (const Participant& p : participants_) labels += p.label + ", ";
    return labels + "*";
  }

  static std::vector<std::int64_t> usual_values() {
    std::vector<std::int64_t> values;
    for (const ParameterKind& p : character_kinds().front().parameters) values.push_back(p.usual);
    return values;
  }

  void fail(const Word& word, std::string message) {
    if (!error_) error_ = error_at(word, std::move(message));
  }

  Reader in_;
  std::span<const Participant> participants_;
  Bidders bidders_;
  std::shared_ptr<const Bidder> everybody_else_;
  std::optional<LineupError> error_;
};

}  // namespace

std::variant<Bidders, LineupError> parse_lineup(std::string_view text,
                                                std::span<const Participant> participants) {
  return Parser(text, participants).parse();
}

std::string lineup_help() {
  std::string help;
  for (const CharacterKind& kind : character_kinds()) {
    help += kind.name;
    std::string separator = ": ";
    for (const ParameterKind& p : kind.parameters) {
      help += separator + std::string(p.name) + " " + std::to_string(p.least) + ".." +
              std::to_string(p.most) + " (" + std::to_string(p.usual) + ")";
      separator = ", ";
    }
    help += "\n";
  }
  return help;
}

}  // namespace auction
