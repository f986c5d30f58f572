// Pages: the web client's files, read once at the start and answered from memory.
//
// A path that is no file and has no suffix is a page of the client, so it gets index.html. Files
// whose name carries a hash (assets/index-4f3a2b1c.js) never change: browsers keep them for a year.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "examples/pilot/api/request.h"
#include "examples/pilot/api/route.h"

namespace pilot {

class Pages {
 public:
  Pages() = default;
  // Nothing: there is no index.html in the folder.
  static std::optional<Pages> read(const std::string& folder);

  Answer answer(const RequestHead& head) const;

 private:
  struct Page {
    std::string bytes;
    std::string_view type;
    std::string tag;
    bool for_ever = false;
  };
  const Page* find(std::string_view path) const;

  std::map<std::string, Page, std::less<>> pages_;
};

}  // namespace pilot
