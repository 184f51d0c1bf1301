// npm run new:area <name>: lays out one area in the shape every area has, from the pages of tools/area-template/.
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { areas } from './architecture.mjs';
import { fail, Trouble } from './system/trouble.mjs';

const template = join(import.meta.dirname, 'area-template');

/** The Swedish words of the areas that are planned: one, several. */
const swedish = {
  calendar: ['kalender', 'kalendrar'],
  assignments: ['regeringsuppdrag', 'regeringsuppdrag'],
  contacts: ['funktion', 'funktioner'],
  questions: ['fråga', 'frågor'],
  support: ['stödbehov', 'stödbehov'],
  publications: ['publikation', 'publikationer'],
  learning: ['kompetensinsats', 'kompetensinsatser'],
  methods: ['metod', 'metoder'],
  agreements: ['överenskommelse', 'överenskommelser'],
  services: ['stödinsats', 'stödinsatser'],
  groups: ['grupp', 'grupper'],
  studies: ['studie', 'studier'],
  indicators: ['indikator', 'indikatorer'],
  followup: ['uppföljning', 'uppföljningar'],
  search: ['sökning', 'sökningar'],
};

/** Areas whose name is no plural: what one of their things is called. */
const singular = { learning: 'offer', followup: 'round', search: 'hit' };

const oneOf = (area) => singular[area] ?? area.replace(/ies$/, 'y').replace(/s$/, '');
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const pascal = (name) => name.split('-').map(capital).join('');
const camel = (name) => pascal(name).replace(/^./, (letter) => letter.toLowerCase());

/** What each mark in a template page stands for, in this area. */
function wordsOf(area, stamp) {
  const one = oneOf(area);
  const several = one === area ? `${area}-list` : area;
  const [sak, saker] = swedish[area] ?? [one, area];
  return {
    __things__: area,
    __thing__: one,
    __Things__: pascal(several),
    __Thing__: pascal(one),
    __thingsVar__: camel(several),
    __thingVar__: camel(one),
    __thing_table__: one.replaceAll('-', '_'),
    __sak__: sak,
    __saker__: saker,
    __Sak__: capital(sak),
    __Saker__: capital(saker),
    __stamp__: stamp,
  };
}

const fill = (text, words) =>
  Object.entries(words).reduce((filled, [mark, word]) => filled.replaceAll(mark, word), text);

/** Writes the area under `root` and gives the paths it wrote. Refuses a name off the map and an area that is there. */
export async function layOut(area, root = '.') {
  if (!(area in areas)) {
    throw new Trouble(
      `"${area}" is not on the map: first put it in tools/architecture.mjs with the areas it leans on.`,
    );
  }
  if (area === 'shared' || existsSync(join(root, 'libs', area))) throw new Trouble(`libs/${area} is there already.`);
  const number = globSync(join(root, 'database/migrations/*.ts')).length + 1;
  const words = wordsOf(area, String(1763900000000 + number));
  const migration = `database/migrations/${String(number).padStart(4, '0')}-${area}.ts`;
  const style = await resolveConfig(join(template, 'page.ts'));
  const pages = globSync(join(template, '**/*.txt')).map(async (page) => {
    const name = relative(template, page).replace(/\.txt$/, '');
    const path = name === 'migration.ts' ? migration : join('libs', area, fill(name, words));
    const text = fill(readFileSync(page, 'utf8'), words);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    // The words' lengths decide where lines break.
    writeFileSync(join(root, path), path.endsWith('.md') ? text : await format(text, { ...style, filepath: path }));
    return path;
  });
  return Promise.all(pages);
}

function nextSteps(area, paths) {
  const { __Things__: Things, __Thing__: Thing, __thingsVar__: things } = wordsOf(area, '');
  return [
    `Laid out ${paths.length} files in libs/${area} and ${paths.find((path) => path.startsWith('database'))}. Now:`,
    `  1. apps/api/app.module.ts: ${Things}Module · apps/api/entities.ts: ${Thing}Entity · apps/api/migrations.ts: the new migration`,
    `  2. apps/portal/portal.routes.ts: the address in Swedish, with ${things}Routes`,
    `  3. docs/glossary.md and the words in sv.json and en.json: name what the area is really about`,
    `  4. npm test -- --only architecture,types,api ${area}`,
  ].join('\n');
}

if (import.meta.main) {
  try {
    const [area] = process.argv.slice(2);
    if (!area)
      throw new Trouble(`Give the name: npm run new:area <${Object.keys(swedish).slice(0, 3).join(' | ')} …>.`);
    console.log(nextSteps(area, await layOut(area)));
  } catch (error) {
    fail(error);
  }
}
