#include "tests/storage/disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace auction {
namespace {

Disk* mounted = nullptr;
std::uint64_t randomness = 0x9e3779b97f4a7c15u;

struct OpenFile {
  sqlite3_file base;
  Disk* disk;
  int file;
  bool syncs_folder;  // at its next flush: a journal or log that was just created
};

OpenFile& of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
std::string& content(OpenFile& open) { return open.disk->live.contents[open.file]; }

// No exception may pass through SQLite, which is C.
int act(Disk& disk, DiskOp op) {
  try {
    disk.apply(std::move(op));
    return SQLITE_OK;
  } catch (const std::bad_alloc&) {
    return SQLITE_IOERR_NOMEM;
  }
}

int fault(Disk& disk, DiskCall call) { return disk.fault ? disk.fault(call) : SQLITE_OK; }

int close(sqlite3_file*) { return SQLITE_OK; }

int read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  OpenFile& open = of(file);
  if (const int rc = fault(*open.disk, DiskCall::kRead)) return rc;
  const std::string& from = content(open);
  const auto begin = std::min(static_cast<std::size_t>(offset), from.size());
  const auto there = std::min(static_cast<std::size_t>(size), from.size() - begin);
  std::memcpy(to, from.data() + begin, there);
  std::memset(static_cast<char*>(to) + there, 0, static_cast<std::size_t>(size) - there);
  return there == static_cast<std::size_t>(size) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  OpenFile& open = of(file);
  if (const int rc = fault(*open.disk, DiskCall::kWrite)) return rc;
  try {
    return act(*open.disk, {DiskOp::kWrite,
                            open.file,
                            offset,
                            {static_cast<const char*>(from), static_cast<std::size_t>(size)}});
  } catch (const std::bad_alloc&) {
    return SQLITE_IOERR_NOMEM;
  }
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  OpenFile& open = of(file);
  if (const int rc = fault(*open.disk, DiskCall::kTruncate)) return rc;
  return act(*open.disk, {DiskOp::kTruncate, open.file, size, {}});
}

int sync(sqlite3_file* file, int) {
  OpenFile& open = of(file);
  if (const int rc = fault(*open.disk, DiskCall::kSync)) return rc;
  if (open.disk->lies) return SQLITE_OK;
  if (const int rc = act(*open.disk, {DiskOp::kSync, open.file, 0, {}})) return rc;
  if (!open.syncs_folder) return SQLITE_OK;
  open.syncs_folder = false;
  return act(*open.disk, {DiskOp::kSyncFolder, 0, 0, {}});
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  OpenFile& open = of(file);
  if (const int rc = fault(*open.disk, DiskCall::kSize)) return rc;
  *size = static_cast<sqlite3_int64>(content(open).size());
  return SQLITE_OK;
}

int lock(sqlite3_file*, int) { return SQLITE_OK; }
int check_lock(sqlite3_file*, int* held) {
  *held = 0;
  return SQLITE_OK;
}
int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }  // as the system's own layer says
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

const sqlite3_io_methods kMethods = [] {
  sqlite3_io_methods methods{};
  methods.iVersion = 1;  // no shared memory: one connection
  methods.xClose = close;
  methods.xRead = read;
  methods.xWrite = write;
  methods.xTruncate = truncate;
  methods.xSync = sync;
  methods.xFileSize = file_size;
  methods.xLock = lock;
  methods.xUnlock = lock;
  methods.xCheckReservedLock = check_lock;
  methods.xFileControl = control;
  methods.xSectorSize = sector_size;
  methods.xDeviceCharacteristics = characteristics;
  return methods;
}();

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) try {
  OpenFile& opened = *new (file) OpenFile{};
  if (const int rc = fault(*mounted, DiskCall::kOpen)) return rc;
  const std::string key = name == nullptr ? "temporary" : name;
  const bool is_new = !mounted->live.names.contains(key);
  if (is_new && (flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
  if (is_new) mounted->apply({DiskOp::kCreate, mounted->next_file++, 0, key});
  const bool is_journal = (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
  opened = {{&kMethods}, mounted, mounted->live.names[key], is_new && is_journal};
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
} catch (const std::bad_alloc&) {
  return SQLITE_CANTOPEN;
}

int remove(sqlite3_vfs*, const char* name, int syncs_folder) try {
  if (const int rc = fault(*mounted, DiskCall::kDelete)) return rc;
  if (!mounted->live.names.contains(name)) return SQLITE_IOERR_DELETE_NOENT;
  mounted->apply({DiskOp::kDelete, 0, 0, name});
  if (syncs_folder != 0 && !mounted->lies) mounted->apply({DiskOp::kSyncFolder, 0, 0, {}});
  return SQLITE_OK;
} catch (const std::bad_alloc&) {
  return SQLITE_IOERR_NOMEM;
}

int exists(sqlite3_vfs*, const char* name, int, int* result) try {
  if (const int rc = fault(*mounted, DiskCall::kAccess)) return rc;
  *result = mounted->live.names.contains(name);
  return SQLITE_OK;
} catch (const std::bad_alloc&) {
  return SQLITE_IOERR_NOMEM;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
  sqlite3_snprintf(size, out, "%s", name);
  return SQLITE_OK;
}

// The same in every run, and never the same twice.
int random_bytes(sqlite3_vfs*, int size, char* out) {
  for (int i = 0; i < size; ++i) {
    randomness = randomness * 6364136223846793005u + 1442695040888963407u;
    out[i] = static_cast<char>(randomness >> 56);
  }
  return size;
}

int sleep(sqlite3_vfs*, int microseconds) { return microseconds; }
int now(sqlite3_vfs*, double* days) {
  *days = 2461000.5;
  return SQLITE_OK;
}
int last_error(sqlite3_vfs*, int, char*) { return 0; }

sqlite3_vfs vfs = [] {
  sqlite3_vfs made{};
  made.iVersion = 1;
  made.szOsFile = sizeof(OpenFile);
  made.mxPathname = 512;
  made.zName = kDiskVfs;
  made.xOpen = open;
  made.xDelete = remove;
  made.xAccess = exists;
  made.xFullPathname = full_path;
  made.xRandomness = random_bytes;
  made.xSleep = sleep;
  made.xCurrentTime = now;
  made.xGetLastError = last_error;
  return made;
}();

}  // namespace

void apply(DiskFiles& files, const DiskOp& op) {
  switch (op.kind) {
    case DiskOp::kWrite: {
      std::string& to = files.contents[op.file];
      const auto end = static_cast<std::size_t>(op.offset) + op.data.size();
      if (to.size() < end) to.resize(end, '\0');
      std::memcpy(to.data() + op.offset, op.data.data(), op.data.size());
      return;
    }
    case DiskOp::kTruncate:
      files.contents[op.file].resize(static_cast<std::size_t>(op.offset), '\0');
      return;
    case DiskOp::kCreate:
      files.names[op.data] = op.file;
      files.contents[op.file];
      return;
    case DiskOp::kDelete:
      files.names.erase(op.data);
      return;
    case DiskOp::kSync:
    case DiskOp::kSyncFolder:
      return;
  }
}

void Disk::apply(DiskOp op) {
  auction::apply(live, op);
  tape.push_back(std::move(op));
}

Mounted::Mounted(Disk& disk) : before_(mounted) {
  static const int registered = sqlite3_vfs_register(&vfs, 0);
  (void)registered;
  mounted = &disk;
}

Mounted::~Mounted() { mounted = before_; }

}  // namespace auction
