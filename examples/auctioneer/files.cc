#include "examples/auctioneer/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "examples/auctioneer/stop.h"

namespace auction::cli {
namespace {

struct Close {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};
using File = std::unique_ptr<std::FILE, Close>;

File open(const std::string& path) {
  if (path == "-") return File(stdin);
  File file(std::fopen(path.c_str(), "rb"));
  if (!file) stop(kBadInput, "{}: {}", path, std::strerror(errno));
  return file;
}

}  // namespace

std::string name_of(const std::string& path) { return path == "-" ? "standard input" : path; }

std::string read_file(const std::string& path, std::size_t most) {
  const File file = open(path);
  std::string text;
  char buffer[1 << 16];
  for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, file.get())) > 0;) {
    text.append(buffer, n);
    if (text.size() > most) stop(kBadInput, "{}: more than {} bytes", name_of(path), most);
  }
  if (std::ferror(file.get()) != 0) stop(kBadInput, "{}: {}", name_of(path), std::strerror(errno));
  return text;
}

}  // namespace auction::cli
