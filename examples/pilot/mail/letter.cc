#include <fmt/format.h>

#include "examples/pilot/api/router.h"
#include "examples/pilot/mail/mailer.h"

namespace pilot {
namespace {

// user:password, percent-encoded.
bool read_user(std::string_view text, MailPlace& place) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  auto user = percent_decoded(text.substr(0, colon));
  auto password = percent_decoded(text.substr(std::min(colon + 1, text.size())));
  if (!user || !password) return false;
  place.user = *std::move(user);
  place.password = *std::move(password);
  return true;
}

}  // namespace

std::optional<MailPlace> parse_mail_url(std::string_view url, std::string_view otherwise_from) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return std::nullopt;
  MailPlace place{std::string(url.substr(0, scheme + 3)), {}, {}, std::string(otherwise_from)};
  std::string_view rest = url.substr(scheme + 3);
  const std::size_t mark = std::min(rest.find('?'), rest.size());
  const auto query = parse_query(rest.substr(std::min(mark + 1, rest.size())));
  if (!query) return std::nullopt;
  if (const auto from = query->find("from"); from != query->end()) place.from = from->second;
  rest = rest.substr(0, std::min(mark, rest.find('/')));
  if (const std::size_t at = rest.rfind('@'); at != std::string_view::npos) {
    if (!read_user(rest.substr(0, at), place)) return std::nullopt;
    rest.remove_prefix(at + 1);
  }
  if (rest.empty() || place.from.find_first_of("\r\n<> ") != std::string::npos) return std::nullopt;
  place.url += rest;
  return place;
}

std::string written(const Letter& letter, const std::string& from, const std::string& date,
                    const std::string& message_id) {
  std::string text = fmt::format(
      "Date: {}\r\nFrom: <{}>\r\nTo: <{}>\r\nSubject: {}\r\nMessage-ID: <{}>\r\n"
      "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
      "Content-Transfer-Encoding: 8bit\r\nAuto-Submitted: auto-generated\r\n\r\n",
      date, from, letter.to, letter.subject, message_id);
  for (const char c : letter.text) {
    if (c == '\n') text += '\r';
    text += c;
  }
  return text;
}

}  // namespace pilot
