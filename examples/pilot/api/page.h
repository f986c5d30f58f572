// Pages of long lists: read from the query, cut, and told of in the answer.
//
//   std::vector<Fault> faults;
//   const Page page = read_page(call, "pageSize", 50, 100, faults);
//   for (std::size_t i = page.begin(total); i < page.end(total); ++i) ...
//   body["pagination"] = pagination(page, total);
#pragma once

#include "examples/pilot/api/body.h"

namespace pilot {

struct Page {
  std::size_t number = 1;  // from 1
  std::size_t size = 50;

  std::size_t begin(std::size_t total) const { return std::min(total, (number - 1) * size); }
  std::size_t end(std::size_t total) const { return std::min(total, number * size); }
};

// `page` and a size of the given name, from 1 to `most`; `usual` where none is asked for.
Page read_page(const Call& call, const std::string& size_name, std::size_t usual, std::size_t most,
               std::vector<Fault>& faults);

Json pagination(const Page& page, std::size_t total);

// The value of a query's field, or "".
std::string_view query_text(const Call& call, const std::string& name);

}  // namespace pilot
