// The smoke plan that every release of the deployed pilot was tried with, by hand, in two browsers.
import {check, until} from '../pilot_clients/server.mjs';
import {Visitor, within} from './visitor.mjs';

const SECOND = 1000;

export async function smoke(browser, pilot) {
  const counters = ['bids_placed_total', 'participants_joined_total', 'leagues_created_total',
    'auctions_started_total', 'socketio_connections_total', 'http_request_duration_seconds_count'];
  const before = await Promise.all(counters.map((name) => pilot.sample(name)));
  const [a, b] = await Promise.all(['Manager A', 'Manager B'].map((name) => Visitor.enter(browser, pilot, name)));
  await within(30 * SECOND, 'both sign in', () => Promise.all([a.signIn(), b.signIn()]), async () => {});

  await within(30 * SECOND, 'create a league', async () => {
    a.league = await a.createLeague('Smoke Test League');
  }, () => a.id('invite-token').waitFor());
  const token = (await a.id('invite-token').innerText()).match(/[0-9A-Z]{10}/)[0];
  check(await a.text('Enter Auction Room').count() === 0, '"Enter Auction Room" before the start');
  await a.shot('lobby');

  await b.go('/');
  await b.id('join-league-button').click();
  await b.id('invite-token-input').fill(token);
  await within(SECOND, 'lobby: the other appears without a refresh',
    () => b.id('join-league-submit').click(), () => a.text('Manager B').waitFor());
  await b.page.waitForURL(`**/league/${a.league}`);

  await within(SECOND, 'start: the button appears without a refresh',
    () => a.id('start-auction-button').click(), () => b.id('go-to-auction-button').waitFor());
  await Promise.all([a, b].map((one) => one.text('Enter Auction Room').click()));
  await Promise.all([a, b].map((one) => one.page.waitForURL(/\/auction\/[0-9a-f-]{36}$/)));

  const auction = new URL(a.page.url()).pathname.split('/').at(-1);
  const anna = await a.byHand();
  const view = await until(async () => {
    const got = await anna.ask('GET', `/auction/${auction}`);
    return got.lot && got;
  });
  const club = view.lot.asset.name;
  await Promise.all([a, b].map((one) => one.lot(club)));
  await Promise.all([a, b].map(async (one) => {
    check(/^\d\d:\d\d$/.test(await one.id('auction-timer').innerText()), 'auction-timer is no mm:ss');
  }));
  console.log(`                  both see the same lot: ${club}`);

  const shown = (words) => Promise.all([a, b].map((one) => one.text(words).waitFor()));
  await within(SECOND, 'a bid is seen by both', () => a.bid('5'), () => shown('Current bid: £5m by Manager A'));
  await within(SECOND, 'and the answer to it', () => b.bid('6m'), () => shown('Current bid: £6m by Manager B'));
  await a.shot('auction');

  const after = await Promise.all(counters.map((name) => pilot.sample(name)));
  counters.forEach((name, i) => check(after[i] > before[i], `${name} did not rise: ${before[i]}, ${after[i]}`));
  check(after[0] - before[0] === 2, 'bids_placed_total did not rise by two', before[0], after[0]);

  await origins(pilot);
  await a.leave();
  await b.leave();
}

// The front end's origin is told that it may; a foreign one is told nothing and refused.
async function origins(pilot) {
  const ours = 'http://localhost:3000', foreign = 'https://evil.example';
  const ask = (origin, method = 'GET', route = '/config') => pilot.request(method, route, undefined, {
    origin, ...(method === 'OPTIONS' ? {'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type'} : {}),
  });
  const good = await ask(ours), bad = await ask(foreign), flight = await ask(ours, 'OPTIONS', '/leagues');
  check(good.headers.get('access-control-allow-origin') === ours, 'our origin is not allowed');
  check(good.headers.get('access-control-allow-credentials') === 'true', 'without credentials');
  check(/\borigin\b/i.test(good.headers.get('vary') ?? ''), 'no Vary: Origin');
  check(bad.headers.get('access-control-allow-origin') === null, 'a foreign origin is allowed');
  check(flight.ok && /POST/.test(flight.headers.get('access-control-allow-methods')), 'preflight refused', flight.status);
  const poll = await fetch(`${pilot.origin}/socket.io/?EIO=4&transport=polling`, {headers: {origin: foreign}});
  check(poll.status === 403 || poll.status === 400, `a foreign origin opens a socket: ${poll.status}`);
}
