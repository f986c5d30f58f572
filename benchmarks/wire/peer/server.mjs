// node server.mjs PORT: Socket.IO's own server, beside fan_out_server.cc. Whoever joins is in one
// room; a bid is answered and told to the room. As the package comes, but for compression, which it
// has off by itself, and the client's page, which nobody fetches here.
import {createServer} from 'node:http';
import {Server} from 'socket.io';

const http = createServer();
const io = new Server(http, {serveClient: false, transports: ['websocket']});
const managerA = {userId: '5b0c1d2e-0000-4000-8000-00000000000A', displayName: 'Manager A'};
const managerB = {userId: '5b0c1d2e-0000-4000-8000-00000000000B', displayName: 'Manager B'};
let seq = 0;

io.on('connection', (socket) => {
  socket.on('join', (_, answer) => {
    socket.join('auction');
    answer({ok: true});
  });
  socket.on('bid', ({auctionId, lotId, amount, commandId}, answer) => {
    seq += 1;
    const nextBid = amount + 100000;
    io.to('auction').emit('bid_update', {
      auctionId, seq, prevSeq: seq - 1, serverTime: '2025-10-16T18:40:21.120Z', lotId, amount,
      bidder: managerA, previousBidder: managerB, bidCount: seq, nextBid,
    });
    answer({
      ok: true, accepted: true, commandId, lotId, amount, seq, reason: null, limit: null,
      currentBid: amount, leader: managerA, nextBid, remainingMs: 9980, replayed: false,
    });
  });
});

// So that what waits to be collected does not count as memory of a connection.
process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
});
process.on('SIGTERM', () => process.exit(0));
http.listen(Number(process.argv[2]), '127.0.0.1', 4096, () => console.log(`listening on ${http.address().port}`));
