// Lines of a log, and stored records: whoever wrote them. What reads survives both forms.
#include "libauction/adapters/json/record.h"
#include "tests/fuzz/oracle.h"

namespace {

using namespace auction;

void check_line(std::string_view line) {
  const auto read = record_from_json(line);
  if (!read.ok()) return;
  const auto again = record_from_json(to_json(*read));
  fuzz::require(again.ok() && *again == *read, "a record survives its line");
}

// Bytes that read as a record may hold what no line can say (numbers beyond 2^53); then the line
// is refused, and nothing worse.
void check_bytes(ByteView bytes) {
  ByteReader in(bytes);
  const Record record = read_record(in);
  if (!in.finished()) return;
  const auto read = record_from_json(to_json(record));
  if (read.ok()) fuzz::require(*read == record, "a line says what the bytes say");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 0 && data[0] == '{') {
    check_line(fuzz::text_of(data, size));
  } else {
    check_bytes({data, size});
  }
  return 0;
}
