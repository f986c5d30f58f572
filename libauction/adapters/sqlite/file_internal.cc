#include "libauction/adapters/sqlite/file_internal.h"

#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace auction {
namespace {

// NFS, SMB, CIFS, SMB2, AFS (two), Coda, Ceph, 9p, Lustre, OCFS2, GFS2, GPFS, VirtualBox, FUSE.
constexpr std::array<unsigned long, 15> kNetworkTypes = {
    0x6969,     0x517b,     0xff534d42, 0xfe534d42, 0x5346414f, 0x6b414653, 0x73757245, 0x00c36400,
    0x01021997, 0x0bd00bd0, 0x7461636f, 0x01161970, 0x47504653, 0x786f4256, 0x65735546};

absl::Status refuse(const std::string& path, const std::string& why) {
  return absl::FailedPreconditionError(path + ": " + why);
}

absl::Status check_folder(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  struct statfs where;
  if (::statfs(folder.c_str(), &where) != 0) {
    return absl::NotFoundError(folder + ": " + std::strerror(errno));
  }
  // The log's file is made beside the database.
  if (::access(folder.c_str(), W_OK) != 0) {
    return absl::PermissionDeniedError(folder + ": " + std::strerror(errno));
  }
  if (is_network_file_system(static_cast<unsigned long>(where.f_type) & 0xffffffff)) {
    return refuse(path, "is on a network file system, which can lose what it said it kept");
  }
  return absl::OkStatus();
}

}  // namespace

bool is_network_file_system(unsigned long type) {
  return std::find(kNetworkTypes.begin(), kNetworkTypes.end(), type) != kNetworkTypes.end();
}

absl::Status check_file(const std::string& path, bool create) {
  struct stat found;
  if (::stat(path.c_str(), &found) != 0) {
    if (errno != ENOENT) return refuse(path, std::strerror(errno));
    return create ? check_folder(path) : absl::NotFoundError(path + ": there is no such file");
  }
  if (!S_ISREG(found.st_mode)) return refuse(path, "is not a regular file");
  if (::access(path.c_str(), R_OK | W_OK) != 0) {
    return absl::PermissionDeniedError(path + ": " + std::strerror(errno));
  }
  return check_folder(path);
}

std::string file_name(const std::string& path) {
  return std::filesystem::absolute(path).lexically_normal().string();
}

}  // namespace auction
