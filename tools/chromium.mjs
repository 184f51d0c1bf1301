// A Chromium to walk the journeys with: one that is there, or the distribution's own package when root may install it.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './system/processes.mjs';
import { during } from './system/progress.mjs';
import { Trouble } from './system/trouble.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const present = () => {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  if (CHROMIUM_PATH && !existsSync(CHROMIUM_PATH))
    throw new Trouble(`CHROMIUM_PATH names ${CHROMIUM_PATH}, which does not exist.`);
  const places = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [CHROMIUM_PATH, '/usr/bin/chromium', ...places].find((path) => path && existsSync(path));
};

/** The path of a browser that can be started; installs one when it may, else says what to do. */
export async function findChromium() {
  const found = present();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await during('installing chromium', async () => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      for (const args of [
        ['update', '-q'],
        ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
      ]) {
        const { code, output } = await run('apt-get', args, { env });
        if (code !== 0)
          throw new Trouble(
            `Chromium could not be installed (apt-get ${args[0]}): ${output.trim().split('\n').at(-1)}`,
          );
      }
    });
    const installed = present();
    if (installed) return installed;
  }
  throw new Trouble('No Chromium was found: install Chromium or Chrome, or give its path with CHROMIUM_PATH.');
}

if (import.meta.main) console.log(await findChromium());
