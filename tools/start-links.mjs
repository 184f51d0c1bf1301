// What the start page will ask for once its first script has run, named in the page so that the browser fetches it meanwhile.
// The server takes it out of every other page.
import { readFileSync, writeFileSync } from 'node:fs';

const wanted = [
  'apps/portal/shell/shell.ts',
  'apps/portal/start/start.page.ts',
  'apps/portal/start/sv.json',
  'libs/activity/portal/sv.json',
  'libs/shared/portal/sv.json',
];

/** Adds the links to the built page, by the names the build gave its pieces. Throws when one is no piece of its own any longer. */
export function linkStartPage(folder) {
  const { outputs } = JSON.parse(readFileSync(`${folder}/browser-stats.json`, 'utf8'));
  const pieceOf = new Map(Object.entries(outputs).map(([name, { entryPoint }]) => [entryPoint, name]));
  const links = wanted.map((source) => {
    if (!pieceOf.has(source))
      throw new Error(`${source} is not fetched by itself any longer: see tools/start-links.mjs`);
    return `<link rel="modulepreload" href="/${pieceOf.get(source)}">`;
  });
  const page = readFileSync(`${folder}/browser/index.html`, 'utf8').replace(/<!--start-page:.*?-->/s, '');
  writeFileSync(`${folder}/browser/index.html`, page.replace('</head>', `<!--start-page:${links.join('')}--></head>`));
}
