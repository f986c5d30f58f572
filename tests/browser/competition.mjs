// After the auction: fixtures from a CSV file, the table, My Competitions, and the replay of what
// happened, with its hash chain verified by the browser.
import fs from 'node:fs';
import path from 'node:path';

import {check, newLeague, startAuction, until, untilLot} from '../pilot_clients/server.mjs';
import {Visitor} from './visitor.mjs';

const CSV = `startsAt,homeAssetExternalId,awayAssetExternalId,venue,round,externalMatchId
2025-01-15T19:00:00Z,MCI,LIV,Etihad Stadium,1,match001
2025-01-15T21:00:00Z,RMA,FCB,Bernabeu,1,match002
2025-01-16T19:00:00Z,BAY,PSG,Allianz Arena,1,match003
`;

export async function competition(browser, pilot) {
  const [a, b] = await Promise.all(['Table A', 'Table B'].map((name) => Visitor.enter(browser, pilot, name)));
  await Promise.all([a.signIn(), b.signIn()]);
  const [anna, ben] = await Promise.all([a.byHand(), b.byHand()]);
  const league = await newLeague(anna, [ben], {name: 'Table League', assets: 2, clubSlots: 1});
  const auctionId = await playAuction(pilot, anna, ben, league);

  await a.id('nav-my-competitions').click();
  await a.id('my-competitions-page').waitFor();
  await a.id(`comp-card-${league.id}`).waitFor();
  check(/complete/i.test(await a.id('comp-status').innerText()), await a.id('comp-status').innerText());
  await a.shot('my-competitions');
  await a.id('comp-view-btn').click();
  await a.page.waitForURL(`**/app/competitions/${league.id}`);
  await a.id('comp-dashboard').waitFor();
  for (const id of ['summary-roster', 'summary-budget', 'summary-managers']) await a.id(id).waitFor();
  check(/£49[89](\.\d)?m/.test(await a.id('summary-budget').innerText()), await a.id('summary-budget').innerText());
  check(/Table B/.test(await a.id('summary-managers').innerText()), 'the other manager is not there');

  await uploadFixtures(a, pilot.folder);
  await a.id('tab-table').click();
  await a.id('table-grid').waitFor();
  const rows = a.page.locator('[data-testid^="table-row-"]');
  check(await rows.count() === 2, `rows of the table: ${await rows.count()}`);
  const cells = await rows.first().locator('td').allInnerTexts();
  check(/^\d+\.\d$/.test(cells[2].trim()), `points are no 0.0: ${cells}`);
  await a.shot('table');

  await scoreIsSeen(a, b, anna, league);
  await replay(a, auctionId);
  await a.leave();
  await b.leave();
}

async function playAuction(pilot, anna, ben, league) {
  let {auctionId, lot} = await startAuction(anna, league);
  for (const person of [anna, ben]) {
    await person.command('POST', `/auction/${auctionId}/bid`, {lotId: lot.lotId, amount: 2_000_000});
    await anna.command('POST', `/auction/${auctionId}/complete-lot`, {lotId: lot.lotId});
    if (person === anna) ({lot} = await untilLot(anna, auctionId, lot.lotId));
  }
  await until(async () => (await anna.ask('GET', `/auction/${auctionId}`)).status === 'completed');
  return auctionId;
}

async function uploadFixtures(a, folder) {
  await a.id('tab-fixtures').click();
  await a.id('fixtures-empty').waitFor();
  const file = path.join(folder, 'fixtures.csv');
  fs.writeFileSync(file, CSV);
  await a.page.locator('input[type=file]').setInputFiles(file);
  await a.text('Successfully imported').waitFor();
  check(await a.page.getByText('Successfully imported').count() === 1, '"Successfully imported" more than once');
  await a.id('fixtures-list').waitFor();
  check(/Etihad Stadium|Manchester City/.test(await a.id('fixtures-list').innerText()), 'the first fixture is not there');
  await a.shot('fixtures');
}

// A score that is written down reaches the table of somebody else who looks at it.
async function scoreIsSeen(a, b, anna, league) {
  await b.go(`/app/competitions/${league.id}`);
  await b.id('tab-table').click();
  await b.id('table-grid').waitFor();
  const {fixtures} = await anna.ask('GET', `/leagues/${league.id}/fixtures`);
  check(fixtures.length === 3, fixtures);
  await anna.ask('PATCH', `/fixtures/${fixtures[0].id}/score`, {goalsHome: 3, goalsAway: 1});
  const standings = await anna.ask('GET', `/leagues/${league.id}/standings`);
  const points = standings.table.map(({points: one}) => one.toFixed(1));
  await until(async () => {
    const rows = await b.page.locator('[data-testid^="table-row-"]').all();
    const shown = await Promise.all(rows.map(async (row) => (await row.locator('td').allInnerTexts())[2].trim()));
    return JSON.stringify(shown) === JSON.stringify(points);
  });
}

async function replay(a, auctionId) {
  await a.go(`/auction/${auctionId}/replay`);
  await a.text('The record is sound').waitFor();
  const {seq, head} = await (await a.byHand()).ask('GET', `/auction/${auctionId}`);
  check((await a.id('chain-card').innerText()).includes(head), 'another head than the server publishes');
  const scrub = a.id('replay-scrub');
  await scrub.focus();
  await a.page.keyboard.press('Home');
  const first = await a.id('replay-seq').innerText();
  await a.page.keyboard.press('End');
  await until(async () => (await a.id('replay-seq').innerText()) !== first);
  check((await a.id('replay-seq').innerText()).startsWith(`Event ${seq} of ${seq}`), await a.id('replay-seq').innerText());
  await a.shot('replay');
}
