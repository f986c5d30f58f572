// Tables as Arrow streams: the C data interface, so that pandas, polars and pyarrow read them
// without a copy of the numbers. Source: arrow.apache.org/docs/format/CDataInterface.html
#include <pybind11/numpy.h>

#include <cstring>
#include <memory>

#include "bindings/python/bind.h"

namespace auction::python {
namespace {

extern "C" {
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);
  void* private_data;
};
struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};
struct ArrowArrayStream {
  int (*get_schema)(ArrowArrayStream*, ArrowSchema*);
  int (*get_next)(ArrowArrayStream*, ArrowArray*);
  const char* (*get_last_error)(ArrowArrayStream*);
  void (*release)(ArrowArrayStream*);
  void* private_data;
};
}

// A column: its name, Arrow's letter for its type, and its numbers; of texts, offsets and bytes.
struct ArrowColumn {
  std::string name;
  std::string format;
  py::object kept;  // whoever owns the numbers
  std::vector<std::int32_t> offsets;
  std::string texts;
  const void* data = nullptr;
};

struct ArrowTable {
  std::vector<ArrowColumn> columns;
  std::int64_t rows = 0;

  ~ArrowTable() {
    py::gil_scoped_acquire gil;
    columns.clear();
  }
};
using Kept = std::shared_ptr<ArrowTable>;

// What a schema or an array of ours owns.
struct Owned {
  Kept table;
  std::vector<const void*> buffers;
  std::vector<ArrowSchema> schemas;
  std::vector<ArrowArray> arrays;
  std::vector<ArrowSchema*> schema_children;
  std::vector<ArrowArray*> array_children;
};

template <class T>
void release_owned(T* value) {
  if constexpr (requires { value->children[0]->release; }) {
    for (std::int64_t i = 0; i < value->n_children; ++i) {
      if (value->children[i]->release != nullptr) value->children[i]->release(value->children[i]);
    }
  }
  delete static_cast<Owned*>(value->private_data);
  value->release = nullptr;
}

// A child goes with its parent, or apart from it where a reader has moved it out.
void release_child(ArrowArray* value) {
  delete static_cast<Owned*>(value->private_data);
  value->release = nullptr;
}
void release_child_schema(ArrowSchema* value) {
  delete static_cast<Owned*>(value->private_data);
  value->release = nullptr;
}

ArrowSchema schema_of(const Kept& table, const ArrowColumn& column) {
  return {column.format.c_str(),
          column.name.c_str(),
          nullptr,
          0,
          0,
          nullptr,
          nullptr,
          &release_child_schema,
          new Owned{table, {}, {}, {}, {}, {}}};
}

ArrowArray array_of_column(const Kept& table, const ArrowColumn& column) {
  auto* owned = new Owned{table, {nullptr}, {}, {}, {}, {}};
  if (column.format == "u") owned->buffers.push_back(column.offsets.data());
  owned->buffers.push_back(column.format == "u" ? column.texts.data() : column.data);
  return {table->rows,
          0,
          0,
          static_cast<std::int64_t>(owned->buffers.size()),
          0,
          owned->buffers.data(),
          nullptr,
          nullptr,
          &release_child,
          owned};
}

void fill_schema(const Kept& table, ArrowSchema* out) {
  auto* owned = new Owned{table, {}, {}, {}, {}, {}};
  for (const ArrowColumn& column : table->columns)
    owned->schemas.push_back(schema_of(table, column));
  for (ArrowSchema& child : owned->schemas) owned->schema_children.push_back(&child);
  *out = {"+s",
          "",
          nullptr,
          0,
          static_cast<std::int64_t>(table->columns.size()),
          owned->schema_children.data(),
          nullptr,
          &release_owned<ArrowSchema>,
          owned};
}

void fill_array(const Kept& table, ArrowArray* out) {
  auto* owned = new Owned{table, {nullptr}, {}, {}, {}, {}};
  for (const ArrowColumn& c : table->columns) owned->arrays.push_back(array_of_column(table, c));
  for (ArrowArray& child : owned->arrays) owned->array_children.push_back(&child);
  *out = {table->rows,
          0,
          0,
          1,
          static_cast<std::int64_t>(table->columns.size()),
          owned->buffers.data(),
          owned->array_children.data(),
          nullptr,
          &release_owned<ArrowArray>,
          owned};
}

// The stream: one batch with all rows.
struct OneBatch {
  Kept table;
  bool told = false;
};

int stream_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  fill_schema(static_cast<OneBatch*>(stream->private_data)->table, out);
  return 0;
}
int stream_next(ArrowArrayStream* stream, ArrowArray* out) {
  auto* batch = static_cast<OneBatch*>(stream->private_data);
  if (batch->told) {
    std::memset(out, 0, sizeof *out);
    return 0;
  }
  batch->told = true;
  fill_array(batch->table, out);
  return 0;
}
const char* stream_error(ArrowArrayStream*) { return nullptr; }
void release_stream(ArrowArrayStream* stream) {
  delete static_cast<OneBatch*>(stream->private_data);
  stream->release = nullptr;
}

void destroy_capsule(PyObject* capsule) {
  auto* stream =
      static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, "arrow_array_stream"));
  if (stream == nullptr) return PyErr_Clear();
  if (stream->release != nullptr) stream->release(stream);
  delete stream;
}

std::string format_of(const py::array& array) {
  const std::string kind(1, array.dtype().kind());
  const std::string key = kind + std::to_string(array.itemsize());
  constexpr std::pair<const char*, const char*> kFormats[] = {
      {"i1", "c"}, {"i2", "s"}, {"i4", "i"}, {"i8", "l"}, {"u1", "C"},
      {"u2", "S"}, {"u4", "I"}, {"u8", "L"}, {"f4", "f"}, {"f8", "g"}};
  for (const auto& [numpy, arrow] : kFormats) {
    if (key == numpy) return arrow;
  }
  throw py::type_error("a column of dtype " + key + " has no Arrow form here");
}

void fill_texts(const py::list& values, ArrowColumn& column) {
  column.format = "u";
  column.offsets.push_back(0);
  for (const py::handle value : values) {
    column.texts += text_of(value, column.name.c_str());
    if (column.texts.size() > INT32_MAX) throw py::value_error("texts: more than 2 GiB");
    column.offsets.push_back(static_cast<std::int32_t>(column.texts.size()));
  }
}

ArrowColumn column_of(py::handle name, py::handle values) {
  ArrowColumn column;
  column.name = text_of(name, "name");
  if (py::isinstance<py::list>(values)) {
    fill_texts(py::reinterpret_borrow<py::list>(values), column);
    return column;
  }
  const auto array = py::cast<py::array>(values);
  const bool plain = array.ndim() == 1 && (array.flags() & py::array::c_style) != 0;
  if (!plain) throw py::value_error("columns: must be one-dimensional and contiguous");
  column.format = format_of(array);
  column.data = array.data();
  column.kept = array;
  return column;
}

std::int64_t rows_of(py::handle values) { return static_cast<std::int64_t>(py::len(values)); }

py::object arrow_stream(const py::dict& columns) {
  const auto table = std::make_shared<ArrowTable>();
  bool first = true;
  for (const auto& [name, values] : columns) {
    if (first) table->rows = rows_of(values);
    first = false;
    if (rows_of(values) != table->rows) throw py::value_error("columns: must be of one length");
    table->columns.push_back(column_of(name, values));
  }
  auto* stream = new ArrowArrayStream{&stream_schema, &stream_next, &stream_error, &release_stream,
                                      new OneBatch{table, false}};
  PyObject* capsule = PyCapsule_New(stream, "arrow_array_stream", &destroy_capsule);
  if (capsule == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(capsule);
}

}  // namespace

void bind_arrow(py::module_& module) {
  module.def("_arrow_stream", &arrow_stream, py::arg("columns"));
}

}  // namespace auction::python
