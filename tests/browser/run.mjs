// The pilot in real browsers: headless Chromium, two people, one real server; and a server of its own
// for who restarts it. The stories that wait for clocks are told beside the others.
//
//   node tests/browser/run.mjs [STORY...]       PILOT_SCREENSHOTS=DIR keeps pictures
import {Pilot, tell} from '../pilot_clients/server.mjs';
import {everyPageIsClean, keyboard, phone} from './access.mjs';
import {competition} from './competition.mjs';
import {course} from './course.mjs';
import {reconnect} from './reconnect.mjs';
import {smoke} from './smoke.mjs';
import {openBrowser, watched} from './visitor.mjs';

const stories = {smoke, competition, phone, keyboard, axe: everyPageIsClean};
const slow = {course, reconnect: withItsOwn(reconnect)};
const wanted = process.argv.slice(2);

const pilot = await Pilot.start();
const browser = await openBrowser();

function withItsOwn(story) {
  return async (browser) => {
    const other = await Pilot.start();
    try {
      return await story(browser, other);
    } finally {
      await other.stop();
    }
  };
}

const chosen = (some) => Object.entries(some)
  .filter(([name]) => wanted.length === 0 || wanted.includes(name))
  .map(([name, story]) => [name, () => watched(() => story(browser, pilot))]);
const code = await tell(chosen(stories), chosen(slow));
await browser.close();
await pilot.stop();
process.exit(code);
