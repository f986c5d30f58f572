// The pilot in real browsers: headless Chromium, two people, one real server.
//
//   node tests/browser/run.mjs [STORY...]       PILOT_SCREENSHOTS=DIR keeps pictures
import {Pilot, tell} from '../pilot_clients/server.mjs';
import {everyPageIsClean, keyboard, phone} from './access.mjs';
import {competition} from './competition.mjs';
import {course} from './course.mjs';
import {reconnect} from './reconnect.mjs';
import {smoke} from './smoke.mjs';
import {openBrowser, watched} from './visitor.mjs';

const stories = {smoke, course, reconnect, competition, phone, keyboard, axe: everyPageIsClean};
const wanted = process.argv.slice(2);

const pilot = await Pilot.start();
const browser = await openBrowser();
const code = await tell(Object.entries(stories)
  .filter(([name]) => wanted.length === 0 || wanted.includes(name))
  .map(([name, story]) => [name, () => watched(() => story(browser, pilot))]));
await browser.close();
await pilot.stop();
process.exit(code);
