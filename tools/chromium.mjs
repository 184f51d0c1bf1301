// A Chromium to walk the journeys with: one that is there, or the distribution's own package when root may install it.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './system/processes.mjs';
import { during } from './system/progress.mjs';
import { Trouble } from './system/trouble.mjs';

// The shell is the same engine without a window to draw: a journey costs half the processor time in it. Debian has it as a package of its own.
const shell = 'chromium-headless-shell';
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const present = () => {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  if (CHROMIUM_PATH && !existsSync(CHROMIUM_PATH))
    throw new Trouble(`CHROMIUM_PATH names ${CHROMIUM_PATH}, which does not exist.`);
  const folders = ['/usr/bin', ...PATH.split(delimiter)];
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [CHROMIUM_PATH, ...places].find((path) => path && existsSync(path));
};

const aptGet = (...args) => run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

async function install() {
  const updated = await aptGet('update', '-q');
  if (updated.code !== 0) throw refused('update', updated.output);
  const put = (name) => aptGet('install', '-y', '-q', '--no-install-recommends', name, 'fonts-dejavu-core');
  if ((await put(shell)).code === 0) return;
  // Other distributions have only the whole browser.
  const whole = await put('chromium');
  if (whole.code !== 0) throw refused('install', whole.output);
}

const refused = (deed, output) =>
  new Trouble(`Chromium could not be installed (apt-get ${deed}): ${output.trim().split('\n').at(-1)}`);

/** The path of a browser that can be started; installs one when it may, else says what to do. */
export async function findChromium() {
  const found = present();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await during('installing chromium', install);
    const installed = present();
    if (installed) return installed;
  }
  throw new Trouble('No Chromium was found: install Chromium or Chrome, or give its path with CHROMIUM_PATH.');
}

if (import.meta.main) console.log(await findChromium());
