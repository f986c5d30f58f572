// The file in an upload: the body itself, or the one file of a multipart form (RFC 7578).
//
//   const auto file = uploaded_file(call);
//   if (const auto* no = std::get_if<Answer>(&file)) return *no;
//   fixtures_from_csv(std::get<std::string>(file));
#pragma once

#include <variant>

#include "examples/pilot/api/body.h"

namespace pilot {

inline constexpr std::size_t kMostCsvBytes = 1'048'576;
inline constexpr std::size_t kMostUploadBytes = kMostCsvBytes + 4'096;  // with the form around it

// Refused: a form without a file or with two, one that is cut off, and a file of more than 1 MiB.
std::variant<std::string, Answer> uploaded_file(const Call& call);

}  // namespace pilot
