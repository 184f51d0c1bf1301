// Every word on the screen exists in both languages, and no word lies unused.
import { actionStatuses, actionVerbs, waitingReasons } from '@samverkan/actions/contract';
import {
  contactFaults,
  contactSubjects,
  contactVisibilities,
  coverages,
  handoverDecisions,
  namings,
} from '@samverkan/contacts/contract';
import { visibilities } from '@samverkan/shared/contract';
import { publicPieces } from '@samverkan/public/contract';
import { actionImportWords } from '@samverkan/intake/contract';
import { completionWords } from '@samverkan/learning/contract';
import { goalImportWords } from '@samverkan/strategies/contract';
import { globSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');
const glob = (pattern: string) => globSync(pattern, { cwd: root });
const words = (file: string) => JSON.parse(read(file)) as Record<string, string>;

/** The folder whose words stand without a prefix, and the app's own folders; every other is named by its area. */
const scopeOf = (file: string) =>
  file.includes('libs/shared/') ? '' : `${/libs\/([^/]+)\//.exec(file)?.[1] ?? dirname(file).split('/').at(-1)}.`;
const languageFiles = ['libs/*/portal/sv.json', 'apps/portal/*/sv.json'].flatMap(glob);
const swedish = new Map(
  languageFiles.flatMap((file) => Object.entries(words(file)).map(([key, text]) => [scopeOf(file) + key, text])),
);
const source = ['libs/*/portal/**/*.{ts,html}', 'apps/portal/**/*.{ts,html}']
  .flatMap(glob)
  .filter((file) => !file.endsWith('.spec.ts'))
  .map(read)
  .join('\n');
const prefixes = [...new Set([...swedish.keys()].map((key) => key.split('.')[0]))].join('|');
const named = new Set(
  [...source.matchAll(new RegExp(`['"\`]((?:${prefixes})\\.[\\w.-]*?)(?:\\$\\{|['"\`])`, 'g'))].map(
    (match) => match[1] ?? '',
  ),
);

/** The areas that have days of their own in the calendar. */
const calendarAreas = glob('libs/*/api/*.deadlines.ts').map(
  (file) => /\barea: '([a-z-]+)'/.exec(read(file))?.[1] ?? file,
);

describe('the words of the portal', () => {
  it.each(languageFiles)('%s has the same keys in Swedish and English', (file) => {
    expect(Object.keys(words(file.replace('sv.json', 'en.json'))).sort()).toEqual(Object.keys(words(file)).sort());
  });

  it('has a word for every key that is used', () => {
    const known = [...swedish.keys()];
    const missing = [...named].filter(
      (key) => !swedish.has(key) && !known.some((other) => other.startsWith(key.endsWith('.') ? key : `${key}.`)),
    );
    expect(missing).toEqual([]);
  });

  it('uses every word it has', () => {
    const used = (key: string) =>
      named.has(key) ||
      [...named].some(
        (prefix) => (prefix.endsWith('.') || /\.(none|one|other)$/.test(key)) && key.startsWith(prefix),
      ) ||
      key.startsWith('error.');
    // The sign-in page asks for its title without the area's name.
    const bare = new Set(['identity.title', 'actions.list.heading']);
    expect([...swedish.keys()].filter((key) => !used(key) && !bare.has(key))).toEqual([]);
  });

  it.each([
    ['actions.verb', actionVerbs],
    ['public.piece', publicPieces],
    ['public.help', publicPieces],
    ['start.reason', waitingReasons],
    ['start.do', waitingReasons],
    ['calendar.area', calendarAreas],
    ['actions.moved', actionVerbs],
    ['shared.status', actionStatuses],
    ['shared.overdue', actionStatuses],
    ['shared.visibility', visibilities],
    ['actions.visibility.help', visibilities],
    ['actions.shown', visibilities],
    ['contacts.subject', contactSubjects],
    ['contacts.fault', contactFaults],
    ['contacts.naming', namings],
    ['contacts.naming.help', namings],
    ['contacts.matrix', coverages],
    ['contacts.visibility.help', contactVisibilities],
    ['contacts.visibility.show', contactVisibilities],
    ['contacts.shown', contactVisibilities],
  ])('has a word for every code of %s', (list, codes) => {
    expect(codes.filter((code) => !swedish.has(`${list}.${code}`))).toEqual([]);
  });

  it('has words for every deed and every area that the audit can name', () => {
    const api = ['libs/*/api/**/*.ts'].flatMap(glob).filter((file) => !file.endsWith('.spec.ts'));
    const deed =
      /'((?:action|assessment|assignment|commitment|consultation|contact|handover|organization|strategy|term|text)\.[a-z-]+|(?:calendar\.address|contacts\.(?:group|message))-[a-z]+)'/g;
    // Whatever the area: what is told to the audit by its name.
    const told = /(?:audited|auditedBy|noted|told|each)\(\s*(?:[\w.#()]+,\s*)*'([a-z-]+(?:\.[a-z-]+)+)'/g;
    const deeds = api
      .map(read)
      .flatMap((text) => [deed, told].flatMap((form) => [...text.matchAll(form)].map((match) => match[1] ?? '')));
    // Errors and things that went out of sight have names of the same form, and no row in the audit.
    const rows = [...new Set(deeds)].filter((name) => !swedish.has(`error.${name}`) && !/\.(gone|title)$/.test(name));
    expect(rows.length).toBeGreaterThan(140);
    expect(rows.filter((name) => !swedish.has(`privacy.verb.${name}`))).toEqual([]);
    expect(handoverDecisions.filter((name) => !swedish.has(`privacy.verb.handover.${name}`))).toEqual([]);
    const doors = Object.keys((JSON.parse(read('docs/openapi.json')) as { paths: object }).paths).filter((path) =>
      path.startsWith('/api/'),
    );
    const areas = new Set(doors.map((path) => path.split('/')[2] ?? '').filter((name) => /^[a-z-]+$/.test(name)));
    expect([...areas].filter((name) => !swedish.has(`privacy.area.${name}`))).toEqual([]);
  });

  it('has words for every error code the API can answer with', () => {
    const api = ['libs/*/api/**/*.ts', 'libs/*/contract/**/*.ts', 'apps/api/**/*.ts']
      .flatMap(glob)
      .filter((file) => !file.endsWith('.spec.ts'));
    const codes = api
      .map(read)
      .flatMap((text) =>
        [
          ...text.matchAll(
            /(?:Refusal\(\d+, |conflict\(|forbidden\(|tooMany\(|away\(|code: |message: )'([a-z]+(?:-[a-z]+)*(?:\.[a-z-]+)?)'/g,
          ),
        ].map((match) => match[1] ?? ''),
      );
    // What is wrong with a row of a file is told in the contract's own words, which stand in the file that goes back too.
    const known = new Set([
      ...Object.keys(goalImportWords),
      ...Object.keys(actionImportWords),
      ...Object.keys(completionWords),
      ...[...swedish.keys()].map((key) => key.replace(/^error\./, '')),
    ]);
    expect([...new Set(codes)].filter((code) => !known.has(code))).toEqual([]);
  });
});
