// auctioneer books and book: the rule books that come with the library, and one of them.
#include <memory>

#include "examples/auctioneer/scoring_inputs.h"
#include "examples/auctioneer/summary.h"
#include "libauction/adapters/json/pretty.h"
#include "libauction/adapters/json/rule_book.h"
#include "libauction/base/hex.h"
#include "libauction/scoring/rule_book_version.h"
#include "libauction/scoring/rule_books.h"

namespace auction::cli {
namespace {

void list_books(Shell& shell) {
  Json list = Json::array();
  for (const std::string_view id : rule_book_ids()) {
    const RuleBook book = *rule_book(id);
    list.push_back({{"id", book.id},
                    {"title", book.title},
                    {"source", book.source},
                    {"version", to_hex(rules_digest(book).bytes)}});
    if (!shell.json) shell.screen.print("{}  {}\n", fit(book.id, 24), book.title);
  }
  if (shell.json) print_json(shell.screen, list);
}

// A book's JSON is its plainest form: the rules can be read aloud from it.
void show_book(const std::string& name, Shell& shell) {
  const RuleBook book = book_named(name, shell.screen);
  if (!shell.json) shell.screen.remark(fmt::format("{} ({})", book.title, book.source));
  shell.screen.say(pretty_json(to_json(book)));
}

}  // namespace

void add_books(CLI::App& app, Shell& shell) {
  CLI::App* books = add_command(app, shell, "books", "List the rule books", "auctioneer books");
  books->callback([&shell] { shell.chosen = [&shell] { list_books(shell); }; });

  auto name = std::make_shared<std::string>();
  CLI::App* book = add_command(app, shell, "book", "Print one rule book as JSON",
                               "auctioneer book fpl-2026-27 --json > our_book.json");
  book->add_option("id", *name, "A rule book's id, or its JSON file")->required();
  book->callback([name, &shell] { shell.chosen = [name, &shell] { show_book(*name, shell); }; });
}

}  // namespace auction::cli
