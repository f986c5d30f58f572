// socket.io-client as anybody installs it, against the real pilot: polling only, WebSocket only, the
// upgrade from one to the other, and Socket.IO's own recovery. Bids, a cut, and the way back.
//
//   node tests/pilot_clients/node_client.mjs
import {randomUUID} from 'node:crypto';

import {check, Network, newLeague, Pilot, startAuction, tell, tools, until, untilLot} from './server.mjs';

const {io} = tools('socket.io-client');
const shown = ['lot_started', 'bid_update', 'anti_snipe', 'sold', 'clock_changed', 'auction_paused',
  'auction_resumed', 'sale_voided', 'auction_reset', 'auction_complete'];

class Watcher {
  constructor(person, origin, options) {
    this.heard = [];
    this.snapshots = [];
    this.line = io(origin, {
      forceNew: true, reconnectionDelay: 50, reconnectionDelayMax: 100, randomizationFactor: 0,
      auth: {token: person.token, ...options.auth}, transports: options.transports,
    });
    for (const event of shown) {
      this.line.on(event, (data, ...more) => this.heard.push({event, seq: data.seq, prevSeq: data.prevSeq, more}));
    }
    this.line.on('sync_state', (view) => this.snapshots.push(view.seq));
  }
  connected() {
    return until(() => this.line.connected);
  }
  call(event, data) {
    return this.line.timeout(30_000).emitWithAck(event, data);
  }
  get seq() {
    return Math.max(this.heard.at(-1)?.seq ?? 0, this.snapshots.at(-1) ?? 0);
  }
  get story() {
    return this.heard.map(({event, seq}) => `${seq} ${event}`).join(', ');
  }
}

const bid = (watcher, auctionId, lotId, amount) =>
  watcher.call('bid', {auctionId, lotId, amount, commandId: randomUUID()});

// Every event once, each naming the one before.
function unbroken(watcher, first) {
  let last = first;
  for (const {event, seq, prevSeq} of watcher.heard) {
    check(prevSeq === last && seq > last, `${event} ${seq} names ${prevSeq}, expected ${last}:`, watcher.heard);
    last = seq;
  }
}

async function setTheScene(pilot, name, options) {
  const [anna, ben] = [await pilot.signIn(`Anna ${name}`), await pilot.signIn(`Ben ${name}`)];
  const league = await newLeague(anna, [ben]);
  const {auctionId, lot} = await startAuction(anna, league);
  const network = await Network.before(pilot);
  const steady = new Watcher(anna, pilot.origin, {transports: ['websocket']});
  const moving = new Watcher(ben, network.origin, options);
  for (const watcher of [steady, moving]) {
    await watcher.connected();
    check((await watcher.call('join_auction', {auctionId})).mode === 'snapshot');
    await until(() => watcher.snapshots.length);
  }
  return {anna, auctionId, lotId: lot.lotId, network, steady, moving, first: moving.snapshots[0]};
}

// While one is away the other raises, and the lot is sold.
async function whileAway({anna, auctionId, lotId, network, steady, moving}) {
  check((await bid(moving, auctionId, lotId, 5_000_000)).accepted);
  await until(() => steady.heard.length && moving.heard.length);
  await network.cut();
  await until(() => !moving.line.connected);
  check((await bid(steady, auctionId, lotId, 6_000_000)).accepted);
  await anna.command('POST', `/auction/${auctionId}/complete-lot`, {lotId});
  await network.mend();
  await moving.connected();
  await untilLot(anna, auctionId, lotId);
  await until(() => steady.heard.at(-1).event === 'lot_started');
}

function leave({network, steady, moving}) {
  steady.line.close();
  moving.line.close();
  return network.cut();
}

async function resumes(pilot, name, transports, expected) {
  const scene = await setTheScene(pilot, name, {transports});
  const {moving, steady, auctionId} = scene;
  await until(() => moving.line.io.engine.transport.name === expected);
  await whileAway(scene);
  check(!moving.line.recovered, 'recovered without asking for it');
  const ack = await moving.call('join_auction', {auctionId, lastSeq: moving.seq});
  check(ack.mode === 'events', ack);
  await until(() => moving.seq === steady.seq);
  check(moving.story === steady.story, moving.story, '|', steady.story);
  unbroken(moving, scene.first);
  check(moving.heard.every(({more}) => more.length === 0), 'an event had a second argument');
  await leave(scene);
}

async function recovers(pilot) {
  const scene = await setTheScene(pilot, 'recovery', {transports: ['websocket'], auth: {recovery: true}});
  const {moving, steady} = scene;
  await whileAway(scene);
  check(moving.line.recovered === true, 'not recovered');
  await until(() => moving.seq === steady.seq);
  check(moving.story === steady.story, moving.story, '|', steady.story);
  unbroken(moving, scene.first);
  check(moving.heard.every(({more}) => more.length === 1), 'an event came without its offset');
  await leave(scene);
}

async function refuses(pilot) {
  const line = io(pilot.origin, {forceNew: true, reconnection: false, auth: {token: 'nonsense'}});
  const fault = await new Promise((done) => line.once('connect_error', done));
  check(fault.message === 'unauthorized' && fault.data?.code === 'unauthenticated', fault.message, fault.data ?? {});
  line.close();
}

const pilot = await Pilot.start();
const code = await tell([
  ['socket.io-client, polling only', () => resumes(pilot, 'polling', ['polling'], 'polling')],
  ['socket.io-client, WebSocket only', () => resumes(pilot, 'websocket', ['websocket'], 'websocket')],
  ['socket.io-client, upgrade', () => resumes(pilot, 'upgrade', ['polling', 'websocket'], 'websocket')],
  ['socket.io-client, recovery', () => recovers(pilot)],
  ['socket.io-client, a bad token', () => refuses(pilot)],
]);
await pilot.stop();
process.exit(code);
