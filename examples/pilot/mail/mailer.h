// The mailer: letters by SMTP, sent by a thread of its own so that nobody waits for a mail server.
//
//   const auto place = parse_mail_url("smtps://user:password@mail.example.com/?from=a@b.example",
//   ""); Mailer mailer(*place); mailer.send({"a@example.com", "Your sign-in link", "..."});
//
// At most 200 letters wait; more are dropped. A letter that could not be sent is tried twice more.
// What went wrong is written to the journal, without whom it was for.
#pragma once

#include <memory>
#include <optional>
#include <string>

namespace pilot {

struct Letter {
  std::string to;
  std::string subject;
  std::string text;
};

// Where letters go and whom they are from.
struct MailPlace {
  std::string url;  // "smtps://mail.example.com:465", without user and query
  std::string user;
  std::string password;
  std::string from;
};

// Nothing: the URL is none. A sender stands in its query; without one it is the other.
std::optional<MailPlace> parse_mail_url(std::string_view url, std::string_view otherwise_from);

// As it is sent: headers, an empty line, and the text in lines that end with CR LF.
std::string written(const Letter& letter, const std::string& from, const std::string& date,
                    const std::string& message_id);

class Mailer {
 public:
  explicit Mailer(MailPlace place);
  ~Mailer();  // sends what waits
  Mailer(const Mailer&) = delete;
  Mailer& operator=(const Mailer&) = delete;

  void send(Letter letter);

 private:
  struct Post;
  std::unique_ptr<Post> post_;
};

}  // namespace pilot
