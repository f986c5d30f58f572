// The command-line auctioneer. `auctioneer --help` lists what it can do.
#include "examples/auctioneer/shell.h"

int main(int argc, char** argv) {
  return auction::cli::auctioneer({argv + 1, argv + argc}, stdout, stderr);
}
