// Somebody loses the network for ten seconds in the middle of a lot, and then the server is
// restarted: the page says so, comes back by itself, and has missed nothing.
import {setTimeout as sleep} from 'node:timers/promises';

import {check, Network, newLeague, startAuction, until, untilLot} from '../pilot_clients/server.mjs';
import {Visitor} from './visitor.mjs';

const LOST = /^Reconnecting/;

export async function reconnect(browser, pilot) {
  const network = await Network.before(pilot);
  const [a, b] = await Promise.all([Visitor.enter(browser, pilot, 'Steady A'),
    Visitor.enter(browser, pilot, 'Moving B', {origin: network.origin})]);
  await Promise.all([a.signIn(), b.signIn()]);
  const [anna, ben] = await Promise.all([a.byHand(), b.byHand()]);
  const league = await newLeague(anna, [ben], {assets: 4, timerSeconds: 60});
  const {auctionId, lot: first} = await startAuction(anna, league);
  const heard = framesOf(b.page, auctionId);
  await Promise.all([a, b].map((one) => one.go(`/auction/${auctionId}`)));
  await Promise.all([a, b].map((one) => one.lot(first.asset.name)));
  await b.bid('5');
  await a.text('Current bid: £5m by Moving B').waitFor();

  await cutFor(10_000, {b, network, meanwhile: async () => {
    await a.bid('7');
    await a.text('Current bid: £7m by Steady A').waitFor();
    await anna.command('POST', `/auction/${auctionId}/complete-lot`, {lotId: first.lotId});
    const {lot} = await untilLot(anna, auctionId, first.lotId);
    await a.bid('2');
    await a.text('Current bid: £2m by Steady A').waitFor();
    return lot;
  }});
  await b.text('Current bid: £2m by Steady A').waitFor();
  await b.bid('3');
  await a.text('Current bid: £3m by Moving B').waitFor();

  await restart(pilot, [a, b]);
  await Promise.all([a, b].map((one) => one.text('Current bid: £3m by Moving B').waitFor()));
  await a.bid('4');
  await Promise.all([a, b].map((one) => one.text('Current bid: £4m by Steady A').waitFor()));
  const {head, seq} = await (await a.byHand()).ask('GET', `/auction/${auctionId}`);
  unbroken(heard.lines, seq);
  check(heard.joins.every((count) => count <= 1), `join_auction by each line: ${heard.joins}`);
  check(head.length === 64);
  await a.leave();
  await b.leave();
  await network.cut();
  return `${heard.lines.length} events heard, up to ${seq}; entered ${heard.joins.join(", ")} times by each line`;
}

async function cutFor(ms, {b, network, meanwhile}) {
  b.offline = true;
  await network.cut();
  const away = sleep(ms); // the promise is about ten seconds, so ten seconds it is
  await b.text(LOST).waitFor();
  const told = await meanwhile();
  await away;
  await network.mend();
  await b.text(LOST).waitFor({state: 'hidden'});
  b.offline = false;
  return told;
}

async function restart(pilot, visitors) {
  for (const one of visitors) one.offline = true;
  check(await pilot.halt() === 0, 'the pilot did not end well', pilot.log.slice(-2000));
  await Promise.all(visitors.map((one) => one.text(LOST).waitFor()));
  await pilot.run();
  await Promise.all(visitors.map((one) => one.text(LOST).waitFor({state: 'hidden'})));
  for (const one of visitors) one.offline = false;
}

// What the server sent to a page: every shown event of the auction, in the order of arrival. And how
// often each of the page's lines, one after the other, asked to be let in.
function framesOf(page, auctionId) {
  const lines = [], joins = [];
  page.on('websocket', (socket) => {
    const line = joins.push(0) - 1;
    socket.on('framesent', ({payload}) => {
      joins[line] += String(payload).includes('"join_auction"') ? 1 : 0;
    });
  });
  page.on('websocket', (socket) => socket.on('framereceived', ({payload}) => {
    const found = /^42\d*(\[.*)$/s.exec(String(payload));
    if (!found) return;
    const [event, data] = JSON.parse(found[1]);
    if (data?.auctionId === auctionId && (data.prevSeq !== undefined || event === 'sync_state')) {
      lines.push({event, seq: data.seq, prevSeq: data.prevSeq});
    }
  }));
  return {lines, joins};
}

function unbroken(lines, last) {
  let seq = null;
  for (const line of lines) {
    if (line.event === 'sync_state') {
      seq = line.seq;
      continue;
    }
    if (seq !== null && line.seq <= seq) continue; // asked for twice: the page drops it, as it should
    check(seq === null || line.prevSeq === seq, `${line.event} ${line.seq} names ${line.prevSeq}, not ${seq}`, lines);
    seq = line.seq;
  }
  check(seq === last, `heard up to ${seq} of ${last}`, lines);
}
