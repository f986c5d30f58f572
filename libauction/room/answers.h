// The answers a room has given since it was loaded, by command id.
//
// While it is `complete` an id that is not in here was never answered, and the store need not be
// asked. Answers that are committed may be forgotten, the oldest first, and then it no longer is.
#pragma once

#include <deque>
#include <map>

#include "libauction/base/sha256.h"

namespace auction {

class Answers {
 public:
  struct Given {
    Digest payload;
    Bytes answer;
    bool committed = false;
  };

  const Given* find(CommandId id) const {
    const auto found = given_.find(id);
    return found == given_.end() ? nullptr : &found->second;
  }

  void keep(CommandId id, const Digest& payload, Bytes answer) {
    given_[id] = {payload, std::move(answer), false};
  }

  // It may leave now. At most `limit` such answers are remembered.
  void committed(CommandId id, std::size_t limit) {
    const auto found = given_.find(id);
    if (found == given_.end()) return;
    found->second.committed = true;
    order_.push_back(id);
    while (order_.size() > limit) {
      given_.erase(order_.front());
      order_.pop_front();
      complete_ = false;
    }
  }

  // The room was loaded anew; `fresh`: its stream is empty.
  void forget_all(bool fresh) {
    given_.clear();
    order_.clear();
    complete_ = fresh;
  }

  bool complete() const { return complete_; }

 private:
  std::map<CommandId, Given> given_;
  std::deque<CommandId> order_;  // committed ones, oldest first
  bool complete_ = true;
};

}  // namespace auction
