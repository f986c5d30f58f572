// Somebody with a browser of its own (a context: cookies, storage), who notes whatever the page
// complains of, and does what a person does with mouse and keyboard.
import {AsyncLocalStorage} from 'node:async_hooks';
import os from 'node:os';
import path from 'node:path';

import {check, Person, root, tools} from '../pilot_clients/server.mjs';

const {chromium} = tools('playwright-core');
const program = process.env.CHROMIUM ?? '/usr/bin/chromium';
const shots = process.env.PILOT_SCREENSHOTS;

const people = new AsyncLocalStorage(); // of each story that is told just now

// A story that fails tells what its people saw, and they go home.
export function watched(story) {
  const here = new Set();
  return people.run(here, async () => {
    try {
      return await story();
    } catch (fault) {
      for (const visitor of here) console.log(await visitor.look());
      throw fault;
    } finally {
      for (const visitor of here) await visitor.context.close();
    }
  });
}

export function openBrowser() {
  return chromium.launch({
    executablePath: program, headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--mute-audio'],
  });
}

export class Visitor {
  static async enter(browser, pilot, name, {origin = pilot.origin, ...options} = {}) {
    const visitor = new Visitor();
    const context = await browser.newContext({viewport: {width: 1280, height: 800}, ...options});
    Object.assign(visitor, {
      pilot, name, origin, context, page: await context.newPage(), faults: [], offline: false,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com`,
    });
    visitor.page.setDefaultTimeout(30_000);
    visitor.here = people.getStore();
    visitor.here?.add(visitor);
    visitor.listen();
    return visitor;
  }
  // Whatever the page says that a user should never have to see.
  listen() {
    const note = (what) => {
      if (!this.offline) this.faults.push(what);
    };
    this.page.on('console', (said) => {
      if (said.type() === 'error') note(`console: ${said.text()}`);
    });
    this.page.on('pageerror', (fault) => this.faults.push(`exception: ${fault.stack}`));
    this.page.on('response', (answer) => {
      if (answer.status() >= 500) note(`${answer.status()} ${answer.url()}`);
    });
    this.page.on('dialog', (dialog) => {
      this.faults.push(`native dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
  }
  id(testId) {
    return this.page.getByTestId(testId).first();
  }
  text(words, options = {}) {
    return this.page.getByText(words, options).first();
  }
  // The lot that is called.
  lot(club) {
    return this.page.getByTestId('lot-name').filter({hasText: club}).waitFor();
  }
  go(route) {
    return this.page.goto(this.origin + route);
  }
  async signIn() {
    await this.go('/');
    await this.id('login-button').click();
    await this.id('user-name-input').fill(this.name);
    await this.id('user-email-input').fill(this.email);
    await this.id('user-submit-button').click();
    await this.id('logout-button').waitFor();
  }
  // The same person without the browser, to set a scene.
  byHand() {
    return this.pilot.signIn(this.name, this.email);
  }
  async createLeague(name) {
    await this.id('create-league-button').click();
    await this.id('league-name-input').fill(name);
    await this.id('create-league-submit').click();
    await this.page.waitForURL(/\/league\/[0-9a-f-]{36}$/);
    return new URL(this.page.url()).pathname.split('/').at(-1);
  }
  async join(token) {
    await this.go('/');
    await this.id('join-league-button').click();
    await this.id('invite-token-input').fill(token);
    await this.id('join-league-submit').click();
  }
  async bid(millions) {
    await this.id('bid-amount-input').fill(millions);
    await this.id('place-bid-button').click();
  }
  async shot(name) {
    if (shots) await this.page.screenshot({path: path.resolve(root, shots, `${name}.png`), fullPage: true});
  }
  // What somebody who looks over the shoulder would tell of it.
  async look() {
    await this.shot(`failed ${this.name}`);
    const words = await this.page.innerText('body').catch(() => '');
    return `${this.name} at ${this.page.url()}\n  ${this.faults.join('\n  ')}\n  ${words.replace(/\s+/g, ' ').slice(0, 900)}`;
  }
  // Ends the visit; faults are the story's.
  async leave() {
    await this.context.close();
    this.here?.delete(this);
    check(this.faults.length === 0, `${this.name}'s page complained:\n  ${this.faults.join('\n  ')}`);
  }
}

export {Person};

// How long something took, in milliseconds; more than `most` is a fault. On a machine that has other
// things to do Chromium itself takes its time: then how long it took is told, and not judged.
export async function within(most, what, act, seen) {
  const crowded = os.loadavg()[0] / os.cpus().length > 0.75;
  const started = performance.now();
  await act();
  await seen();
  const took = performance.now() - started;
  console.log(`        ${took.toFixed(0).padStart(5)} ms  ${what}${crowded ? '  (not judged: the machine is busy)' : ''}`);
  check(crowded || took <= most, `${what}: ${took.toFixed(0)} ms, at most ${most}`);
}
