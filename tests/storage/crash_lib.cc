#include "tests/storage/crash.h"

#include <algorithm>
#include <cstring>

namespace auction {
namespace {

constexpr std::int64_t kSector = 512;

bool is_of_folder(const DiskOp& op) {
  return op.kind == DiskOp::kCreate || op.kind == DiskOp::kDelete;
}

// How a disk behaves at its death: it dropped all, kept all, or a part of it.
struct Mood {
  std::uint64_t keep_percent;
  std::uint64_t tear_percent;
};

Mood draw_mood(SplitMix64& chance) {
  switch (chance.below(8)) {
    case 0:
      return {0, 0};
    case 1:
      return {100, 0};
    case 2:
      return {0, 100};
    case 3:
      return {90, 5};
    default:
      return {20 + chance.below(60), 20};
  }
}

void tear(DiskFiles& files, const DiskOp& op, SplitMix64& chance) {
  const auto end = op.offset + static_cast<std::int64_t>(op.data.size());
  for (std::int64_t at = op.offset; at < end;) {
    const std::int64_t next = std::min(end, (at / kSector + 1) * kSector);
    if (chance.below(2) == 0) {
      apply(files, {DiskOp::kWrite, op.file, at,
                    op.data.substr(static_cast<std::size_t>(at - op.offset),
                                   static_cast<std::size_t>(next - at))});
    }
    at = next;
  }
}

void forget_unnamed(DiskFiles& files) {
  std::map<int, std::string> named;
  for (const auto& [name, file] : files.names) named[file] = std::move(files.contents[file]);
  files.contents = std::move(named);
}

}  // namespace

void Tape::wind_to(std::size_t point) {
  for (; at_ < point; ++at_) {
    const DiskOp& op = disk_.tape[at_];
    if (op.kind == DiskOp::kSync) {
      flush(op.file);
    } else if (op.kind == DiskOp::kSyncFolder) {
      flush_folder();
    } else {
      pending_.push_back(&op);
    }
  }
}

void Tape::flush(int file) {
  std::erase_if(pending_, [&](const DiskOp* op) {
    if (is_of_folder(*op) || op->file != file) return false;
    apply(durable_, *op);
    return true;
  });
}

void Tape::flush_folder() {
  std::erase_if(pending_, [&](const DiskOp* op) {
    if (!is_of_folder(*op)) return false;
    if (op->kind == DiskOp::kCreate) {
      durable_.names[op->data] = op->file;
      durable_.contents.try_emplace(op->file);
    } else {
      apply(durable_, *op);
    }
    return true;
  });
}

Disk Tape::power_loss(SplitMix64& chance) const {
  Disk image;
  image.durable = durable_;
  const Mood mood = draw_mood(chance);
  for (const DiskOp* op : pending_) {
    const std::uint64_t luck = chance.below(100);
    if (op->kind == DiskOp::kCreate) {
      if (luck < mood.keep_percent) image.durable.names[op->data] = op->file;
    } else if (luck < mood.keep_percent) {
      apply(image.durable, *op);
    } else if (luck < mood.keep_percent + mood.tear_percent && op->kind == DiskOp::kWrite) {
      tear(image.durable, *op, chance);
    }
  }
  forget_unnamed(image.durable);
  image.live = image.durable;
  image.next_file = disk_.next_file;
  return image;
}

Disk Tape::kill() const {
  Disk image;
  image.durable = durable_;
  image.live = durable_;
  image.next_file = disk_.next_file;
  for (const DiskOp* op : pending_) image.apply(*op);
  return image;
}

std::uint64_t digest_of(const DiskFiles& files) {
  std::uint64_t digest = 0xcbf29ce484222325u;
  const auto mix = [&](std::uint64_t word) {
    digest = (digest ^ word) * 0x9fb21c651e98df25u;
    digest ^= digest >> 32;
  };
  for (const auto& [name, file] : files.names) {
    for (const char c : name) mix(static_cast<std::uint8_t>(c));
    const std::string& bytes = files.contents.at(file);
    mix(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); at += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
      mix(word);
    }
  }
  return digest;
}

}  // namespace auction
