#include "examples/pilot/settings/places.h"

#include <filesystem>

namespace pilot {

Places find_places(const Settings& settings) {
  namespace files = std::filesystem;
  std::error_code missing;
  const files::path program = files::read_symlink("/proc/self/exe", missing);
  const files::path shared = program.parent_path().parent_path() / "share/pilot";
  const bool installed = files::is_directory(shared / "data", missing);
  const files::path root = installed ? shared : files::path(PILOT_FOLDER);
  Places places{(root / "data").string(), (root / "documents").string(),
                (installed ? root / "web" : root / "web/dist").string()};
  if (!settings.web_dir.empty()) places.web = settings.web_dir;
  if (settings.web_dir == "none") places.web.clear();
  return places;
}

}  // namespace pilot
