#include "libauction/adapters/socketio/close_reason.h"

namespace auction {

std::string_view word(CloseReason reason) {
  switch (reason) {
    case CloseReason::kTransportClose:
      return "transport close";
    case CloseReason::kTransportError:
      return "transport error";
    case CloseReason::kPingTimeout:
      return "ping timeout";
    case CloseReason::kParseError:
      return "parse error";
    case CloseReason::kPayloadTooLarge:
      return "payload too large";
    case CloseReason::kSlowConsumer:
      return "slow consumer";
    case CloseReason::kClientClose:
      return "transport close";
    case CloseReason::kServerClose:
      return "forced close";
    case CloseReason::kServerStopping:
      return "server shutting down";
    case CloseReason::kNoSocket:
      return "no namespace";
    case CloseReason::kRefused:
      return "refused";
    case CloseReason::kClientLeft:
      return "client namespace disconnect";
    case CloseReason::kServerLeft:
      return "server namespace disconnect";
  }
  return "unknown";
}

}  // namespace auction
