// For everybody: a phone of 360 pixels, the keyboard alone, and axe on every page.
import fs from 'node:fs';

import {check, newLeague, startAuction, tools} from '../pilot_clients/server.mjs';
import {Visitor} from './visitor.mjs';

const axe = fs.readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');

async function clean(one, where) {
  await one.page.evaluate(axe);
  const {violations} = await one.page.evaluate(() => window.axe.run(document));
  const said = violations.map(({id, help, nodes}) => `${id}: ${help}: ${nodes.map(({html}) => html).join(' ')}`);
  check(violations.length === 0, `axe on ${where}:\n  ${said.join('\n  ')}`);
}

// Nothing sticks out to the side, and what is pressed with the thumb is in sight.
async function fits(one, where) {
  const {wide, width, culprits} = await one.page.evaluate(() => ({
    wide: document.scrollingElement.scrollWidth, width: innerWidth,
    culprits: [...document.querySelectorAll('body *')]
      .filter((part) => part.getBoundingClientRect().right > innerWidth + 1).slice(0, 3)
      .map((part) => part.outerHTML.slice(0, 120)),
  }));
  check(wide <= width, `${where} is ${wide} wide on a screen of ${width}:`, culprits);
}

function pages(league, auctionId) {
  return [['home', '/'], ['lobby', `/league/${league.id}`], ['auction room', `/auction/${auctionId}`],
    ['my competitions', '/app/my-competitions'], ['competition', `/app/competitions/${league.id}`],
    ['replay', `/auction/${auctionId}/replay`], ['tv', `/auction/${auctionId}/tv`]];
}

async function scene(pilot, one, name) {
  const [anna, ben] = [await one.byHand(), await pilot.signIn(`${name} Other`)];
  const league = await newLeague(anna, [ben], {assets: 4, timerSeconds: 300});
  const {auctionId, lot} = await startAuction(anna, league);
  return {anna, league, auctionId, lot};
}

export async function phone(browser, pilot) {
  const a = await Visitor.enter(browser, pilot, 'Phone A', {
    viewport: {width: 360, height: 740}, isMobile: true, hasTouch: true, deviceScaleFactor: 2});
  await a.signIn();
  const {league, auctionId, lot} = await scene(pilot, a, 'Phone');
  for (const [where, route] of pages(league, auctionId)) {
    await a.go(route);
    await a.page.waitForLoadState('networkidle');
    await fits(a, where);
    await a.shot(`phone ${where}`);
  }
  await a.go(`/auction/${auctionId}`);
  await a.lot(lot.asset.name);
  const button = await a.id('place-bid-button').boundingBox();
  check(button && button.y + button.height <= 740 && button.y > 370, 'the bid button is not in the thumb zone', button ?? {});
  check(button.height >= 44, `the bid button is ${button.height} high`);
  await a.id('place-bid-button').tap();
  await a.text(/Current bid: £\S+ by Phone A/).waitFor();
  await a.leave();
}

async function tabTo(one, testId) {
  for (let i = 0; i < 80; i += 1) {
    const here = await one.page.evaluate(() => document.activeElement?.dataset?.testid);
    if (here === testId) return;
    await one.page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${testId}`);
}

export async function keyboard(browser, pilot) {
  const a = await Visitor.enter(browser, pilot, 'Keys A', {reducedMotion: 'reduce'});
  const {keyboard: keys} = a.page;
  await a.go('/');
  await tabTo(a, 'login-button');
  await keys.press('Enter');
  await tabTo(a, 'user-name-input');
  await keys.type(a.name);
  await tabTo(a, 'user-email-input');
  await keys.type(a.email);
  await keys.press('Enter');
  await a.id('logout-button').waitFor();
  const {auctionId, lot} = await scene(pilot, a, 'Keys');
  await a.go(`/auction/${auctionId}`);
  await a.lot(lot.asset.name);
  await tabTo(a, 'bid-amount-input');
  await keys.press('Control+A');
  await keys.type('12.5m');
  await tabTo(a, 'place-bid-button');
  const ring = await a.page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  });
  check(ring, 'the focus is not to be seen on the bid button');
  await keys.press('Enter');
  await a.text('Current bid: £12.5m by Keys A').waitFor();
  await a.leave();
}

export async function everyPageIsClean(browser, pilot) {
  const a = await Visitor.enter(browser, pilot, 'Axe A');
  await a.go('/');
  await clean(a, 'home, signed out');
  await a.id('login-button').click();
  await clean(a, 'sign-in');
  await a.signIn();
  const {league, auctionId} = await scene(pilot, a, 'Axe');
  for (const [where, route] of pages(league, auctionId)) {
    await a.go(route);
    await a.page.waitForLoadState('networkidle');
    await clean(a, where);
    await a.shot(where);
  }
  for (const colorScheme of ['dark', 'light']) {
    await a.page.emulateMedia({colorScheme});
    await a.go(`/auction/${auctionId}`);
    await a.id('place-bid-button').waitFor();
    await clean(a, `auction room, ${colorScheme}`);
  }
  await a.leave();
}
