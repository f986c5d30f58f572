// Replays a corpus through a fuzz target without libFuzzer: every file named, every file in every
// folder named, and first of all the empty input.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void replay(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

void replay_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  replay({std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
}

int replay_path(const std::filesystem::path& path) {
  if (!std::filesystem::is_directory(path)) {
    replay_file(path);
    return 1;
  }
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    if (!entry.is_regular_file()) continue;
    replay_file(entry.path());
    ++count;
  }
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  int count = 1;
  replay({});
  for (int i = 1; i < argc; ++i) {
    if (std::filesystem::exists(argv[i])) count += replay_path(argv[i]);
  }
  std::cout << count << " inputs replayed\n";
}
