// One auction to its end, short clocks: a lot nobody wants, a bid in the last seconds, a pause, the
// outbid notice, the lot that is offered again, the last lot awarded, and an end with full squads.
import {check, newLeague, startAuction, until, untilLot} from '../pilot_clients/server.mjs';
import {Visitor} from './visitor.mjs';

const seconds = async (one) => {
  const [m, s] = (await one.id('auction-timer').innerText()).split(':').map(Number);
  return 60 * m + s;
};

export async function course(browser, pilot) {
  const [a, b] = await Promise.all(['Course A', 'Course B'].map((name) => Visitor.enter(browser, pilot, name)));
  await Promise.all([a.signIn(), b.signIn()]);
  const [anna, ben] = await Promise.all([a.byHand(), b.byHand()]);
  const league = await newLeague(anna, [ben], {assets: 3, clubSlots: 1, timerSeconds: 10, antiSnipeSeconds: 9});
  const {auctionId, lot: first} = await startAuction(anna, league);
  const both = (act) => Promise.all([act(a), act(b)]);
  await both((one) => one.go(`/auction/${auctionId}`));
  await both((one) => one.lot(first.asset.name));

  const unwanted = [first];
  for (let i = 0; i < 2; i += 1) {
    const {lotId} = unwanted.at(-1);
    await anna.command('POST', `/auction/${auctionId}/pass-lot`, {lotId});
    unwanted.push((await untilLot(anna, auctionId, lotId)).lot);
  }
  const second = unwanted.pop();
  await both((one) => one.lot(second.asset.name));

  await a.bid('2');
  await both((one) => one.text('Current bid: £2m by Course A').waitFor());
  await pauseAndResume({a, b, anna, auctionId, both});
  await until(async () => await seconds(b) <= 6, 30, 50);
  await b.bid('3');
  await both((one) => one.text('Extended ×').waitFor());
  await a.page.getByTestId('place-bid-button').filter({hasText: /Outbid: bid £/}).waitFor();
  await b.page.getByTestId('place-bid-button').filter({hasText: 'You lead'}).waitFor();
  check(await a.id('bid-message').innerText() === 'Outbid by Course B at £3m', await a.id('bid-message').innerText());

  const {lot: again} = await untilLot(anna, auctionId, second.lotId);
  check(again.reoffer && unwanted.some(({asset}) => asset.id === again.asset.id), 'no unsold lot was offered again', again);
  await both((one) => one.lot(again.asset.name));
  check(!await b.id('place-bid-button').isEnabled(), 'a full squad may bid');
  await a.bid('1');
  await both((one) => one.text('Current bid: £1m by Course A').waitFor());

  const done = await until(async () => {
    const view = await anna.ask('GET', `/auction/${auctionId}`);
    return view.status === 'completed' && view;
  }, 60, 100);
  check(done.reason === 'all_squads_full', `ended for ${done.reason}`);
  const squads = done.participants.map(({displayName, squad}) => [displayName, squad.map(({name}) => name)]);
  check(JSON.stringify(Object.fromEntries(squads)) === JSON.stringify({'Course A': [again.asset.name], 'Course B': [second.asset.name]}), squads);
  await both((one) => one.id('auction-done').waitFor());
  await both((one) => one.shot('complete'));
  await a.leave();
  await b.leave();
  return `${auctionId.slice(0, 8)}, ${done.seq} events`;
}

async function pauseAndResume({anna, auctionId, both}) {
  await anna.command('POST', `/auction/${auctionId}/pause`, {note: 'tea'});
  await both((one) => one.text(/paused/i).waitFor());
  const stopped = await both(seconds);
  await new Promise((done) => setTimeout(done, 1200)); // a clock that stands still has to be watched
  check(JSON.stringify(await both(seconds)) === JSON.stringify(stopped), 'the clock ran on in the pause');
  await anna.command('POST', `/auction/${auctionId}/resume`);
  await both((one) => until(async () => await seconds(one) < stopped[0]));
}
