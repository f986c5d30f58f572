// The auctioneer, called from a test: arguments in, exit code and both outputs back.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "examples/auctioneer/shell.h"

namespace auction::test {

struct Ran {
  int code = -1;
  std::string out;
  std::string err;
};

inline Ran auctioneer(const std::vector<std::string>& arguments) {
  char* texts[2] = {nullptr, nullptr};
  std::size_t sizes[2] = {0, 0};
  std::FILE* out = ::open_memstream(&texts[0], &sizes[0]);
  std::FILE* err = ::open_memstream(&texts[1], &sizes[1]);
  Ran ran;
  ran.code = cli::auctioneer(arguments, out, err);
  std::fclose(out);
  std::fclose(err);
  ran.out.assign(texts[0], sizes[0]);
  ran.err.assign(texts[1], sizes[1]);
  std::free(texts[0]);
  std::free(texts[1]);
  return ran;
}

inline std::string source_dir() {
  const char* dir = std::getenv("LIBAUCTION_SOURCE_DIR");
  return dir != nullptr ? dir : ".";
}

// A folder of its own for one test, gone afterwards.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "auctioneer.XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) std::abort();
    path_ = pattern;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

  // Writes a file and gives its path.
  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(*this / name, std::ios::binary) << text;
    return *this / name;
  }

 private:
  std::string path_;
};

inline std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace auction::test
