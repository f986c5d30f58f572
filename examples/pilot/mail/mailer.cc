#include "examples/pilot/mail/mailer.h"

#include <curl/curl.h>
#include <fmt/chrono.h>

#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <thread>

#include "examples/pilot/metrics/journal.h"
#include "examples/pilot/people/secret.h"

namespace pilot {
namespace {

constexpr std::size_t kMostWaiting = 200;
constexpr int kTries = 3;

struct Unsent {
  std::string_view rest;
};

std::size_t read_more(char* to, std::size_t size, std::size_t count, void* from) {
  auto& unsent = *static_cast<Unsent*>(from);
  const std::size_t bytes = std::min(size * count, unsent.rest.size());
  std::memcpy(to, unsent.rest.data(), bytes);
  unsent.rest.remove_prefix(bytes);
  return bytes;
}

struct CurlFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::string as_sent(const MailPlace& place, const Letter& letter) {
  const std::string domain = place.from.substr(place.from.find('@') + 1);
  const auto now = fmt::gmtime(std::time(nullptr));
  return written(letter, place.from, fmt::format("{:%a, %d %b %Y %H:%M:%S} +0000", now),
                 draw_token() + "@" + domain);
}

// A password goes over an encrypted line or not at all.
void set_user(CURL* curl, const MailPlace& place) {
  const bool named = !place.user.empty();
  curl_easy_setopt(curl, CURLOPT_USE_SSL,
                   static_cast<long>(named ? CURLUSESSL_ALL : CURLUSESSL_TRY));
  if (!named) return;
  curl_easy_setopt(curl, CURLOPT_USERNAME, place.user.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, place.password.c_str());
}

CURLcode deliver(const MailPlace& place, const Letter& letter) {
  const std::unique_ptr<CURL, CurlFree> handle(curl_easy_init());
  if (!handle) return CURLE_FAILED_INIT;
  const std::unique_ptr<curl_slist, CurlFree> to(curl_slist_append(nullptr, letter.to.c_str()));
  const std::string text = as_sent(place, letter);
  Unsent unsent{text};
  CURL* curl = handle.get();
  curl_easy_setopt(curl, CURLOPT_URL, place.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set_user(curl, place);
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, place.from.c_str());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to.get());
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_more);
  curl_easy_setopt(curl, CURLOPT_READDATA, &unsent);
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 20L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  return curl_easy_perform(curl);
}

}  // namespace

struct Mailer::Post {
  explicit Post(MailPlace its_place) : place(std::move(its_place)) {
    thread = std::thread([this] { run(); });
  }

  void run() {
    std::unique_lock lock(mutex);
    while (true) {
      wake.wait(lock, [this] { return ending || !waiting.empty(); });
      if (waiting.empty()) return;
      const Letter letter = std::move(waiting.front());
      waiting.pop_front();
      lock.unlock();
      send(letter);
      lock.lock();
    }
  }

  void send(const Letter& letter) {
    for (int tried = 1;; ++tried) {
      const CURLcode code = deliver(place, letter);
      if (code == CURLE_OK) return;
      journal::warn("mail_failed", {{"why", curl_easy_strerror(code)}, {"try", tried}});
      if (tried == kTries || ends_within(std::chrono::seconds(tried))) return;
    }
  }

  bool ends_within(std::chrono::seconds pause) {
    std::unique_lock lock(mutex);
    return wake.wait_for(lock, pause, [this] { return ending; });
  }

  MailPlace place;
  std::mutex mutex;
  std::condition_variable wake;
  std::deque<Letter> waiting;
  bool ending = false;
  std::thread thread;
};

Mailer::Mailer(MailPlace place) : post_(std::make_unique<Post>(std::move(place))) {}

Mailer::~Mailer() {
  {
    const std::lock_guard lock(post_->mutex);
    post_->ending = true;
  }
  post_->wake.notify_all();
  post_->thread.join();
}

void Mailer::send(Letter letter) {
  const std::lock_guard lock(post_->mutex);
  if (post_->waiting.size() >= kMostWaiting) return journal::warn("mail_dropped");
  post_->waiting.push_back(std::move(letter));
  post_->wake.notify_all();
}

}  // namespace pilot
