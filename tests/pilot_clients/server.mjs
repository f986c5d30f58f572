// A pilot of a test's own, on loopback, a free port and a folder that goes away with it; a network
// in front of it that can be cut; and the packages that tools.py installed.
//
//   const pilot = await Pilot.start();
//   const anna = await pilot.signIn('Anna');
//   const league = await anna.ask('POST', '/leagues', {name: 'Friends', sportKey: 'football'});
import {spawn} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const tools = createRequire(path.join(root, 'build/tools/package.json'));
const build = process.env.LIBAUCTION_BUILD_DIR ?? path.join(root, 'build/release');
const program = path.join(build, 'examples/pilot/pilot');

export function freePort() {
  return new Promise((done) => {
    const taken = net.createServer().listen(0, '127.0.0.1', () => {
      const {port} = taken.address();
      taken.close(() => done(port));
    });
  });
}

// Asks until it is so, for what no event tells.
export async function until(what, seconds = 30, every = 20) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const got = await what();
    if (got) return got;
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await sleep(every);
  }
}

export function check(holds, ...said) {
  if (!holds) throw new Error(said.map((one) => typeof one === 'string' ? one : JSON.stringify(one)).join(' '));
}

export class Person {
  constructor(pilot, user) {
    Object.assign(this, {pilot, name: user.name, id: user.id, token: user.accessToken});
  }
  async ask(method, route, body, status = 200) {
    const got = await this.pilot.request(method, route, body, {authorization: `Bearer ${this.token}`});
    const text = await got.text();
    check(got.status === status, `${method} ${route}: ${got.status}`, text);
    return text ? JSON.parse(text) : null;
  }
  command(method, route, fields = {}) {
    return this.ask(method, route, {commandId: randomUUID(), ...fields});
  }
}

export class Pilot {
  static async start(settings = {}) {
    const pilot = new Pilot();
    pilot.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pilot-'));
    pilot.port = await freePort();
    pilot.settings = {
      DATABASE_URL: `sqlite:${pilot.folder}/pilot.db`, PORT: String(pilot.port),
      ENABLE_RATE_LIMITING: 'false', ...settings,
    };
    await pilot.run();
    return pilot;
  }
  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }
  get log() {
    return fs.readFileSync(path.join(this.folder, 'log'), 'utf8');
  }
  async run() {
    const log = fs.openSync(path.join(this.folder, 'log'), 'a');
    const {PATH, HOME, WEB_DIR} = process.env;
    this.process = spawn(program, {
      cwd: root, env: {PATH, HOME, ...(WEB_DIR ? {WEB_DIR} : {}), ...this.settings}, stdio: ['ignore', log, log],
    });
    this.ended = new Promise((done) => this.process.once('exit', (code, signal) => done(signal ?? code)));
    fs.closeSync(log);
    await until(async () => {
      check(this.process.exitCode === null, 'the pilot did not start:', this.log.slice(-3000));
      return this.request('GET', '/readyz').then((got) => got.status === 200, () => false);
    }, 60);
  }
  // SIGTERM, or SIGKILL for a crash; its exit code or signal.
  async halt(signal = 'SIGTERM') {
    this.process.kill(signal);
    return this.ended;
  }
  async stop() {
    const code = await this.halt();
    const log = this.log;
    fs.rmSync(this.folder, {recursive: true});
    check(code === 0, `the pilot ended with ${code}`, log.slice(-2000));
  }
  request(method, route, body, headers = {}) {
    return fetch(`${this.origin}/api${route}`, {
      method, headers: {...(body === undefined ? {} : {'content-type': 'application/json'}), ...headers},
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }
  async signIn(name, email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`) {
    const got = await this.request('POST', '/users', {name, email});
    check(got.status === 200, 'sign-in:', got.status, await got.clone().text());
    return new Person(this, await got.json());
  }
  // The sum of a metric over all its series.
  async sample(name) {
    const text = await (await this.request('GET', '/metrics')).text();
    return text.split('\n').filter((line) => line.split(/[{ ]/)[0] === name)
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
  }
}

// A TCP proxy on loopback. cut() ends every line and refuses new ones; mend() lets them through.
export class Network {
  static async before(pilot) {
    const network = new Network();
    Object.assign(network, {target: pilot.port, port: await freePort(), lines: new Set()});
    await network.mend();
    return network;
  }
  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }
  mend() {
    this.server = net.createServer((near) => {
      const far = net.connect(this.target, '127.0.0.1');
      for (const [line, other] of [[near, far], [far, near]]) {
        this.lines.add(line);
        line.pipe(other);
        line.on('error', () => {});
        line.on('close', () => {
          this.lines.delete(line);
          other.destroy();
        });
      }
    });
    return new Promise((done) => this.server.listen(this.port, '127.0.0.1', done));
  }
  cut() {
    const closed = new Promise((done) => this.server.close(done));
    for (const line of this.lines) line.destroy();
    return closed;
  }
}

export async function newLeague(commissioner, others, {assets = 4, ...settings} = {}) {
  const league = await commissioner.ask('POST', '/leagues', {
    name: 'Smoke Test League', sportKey: 'football', startDelaySeconds: 0, timerSeconds: 30, ...settings,
  });
  for (const other of others) await other.ask('POST', '/leagues/join', {inviteToken: league.inviteToken});
  const clubs = await commissioner.ask('GET', `/leagues/${league.id}/available-assets`);
  await commissioner.ask('PUT', `/leagues/${league.id}/assets`, clubs.slice(0, assets).map((club) => club.id));
  return league;
}

export async function startAuction(commissioner, league) {
  const {auctionId} = await commissioner.command('POST', `/leagues/${league.id}/auction/start`);
  return untilLot(commissioner, auctionId);
}

export function untilLot(person, auction, otherThan) {
  return until(async () => {
    const view = await person.ask('GET', `/auction/${auction}`);
    return view.lot && view.lot.lotId !== otherThan ? view : null;
  }, 30, 50);
}

// Runs stories one after the other, and `beside` them, once the first is over, others that mostly
// wait; prints each one's time, and a count at the end. The exit code.
export async function tell(stories, beside = []) {
  let failed = 0;
  const each = async (some) => {
    for (const [name, story] of some) {
      const started = performance.now();
      try {
        const note = await story();
        console.log(`ok    ${((performance.now() - started) / 1000).toFixed(2).padStart(6)} s  ${name}${note ? `  (${note})` : ''}`);
      } catch (fault) {
        failed += 1;
        console.log(`FAIL  ${name}\n${fault.stack}`);
      }
    }
  };
  await each(stories.slice(0, 1));
  await Promise.all([each(stories.slice(1)), each(beside)]);
  console.log(`${stories.length + beside.length - failed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}
