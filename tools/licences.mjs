// What ships and under which licences, read from the lock file: docs/licences.md is made of it.
import { readFileSync } from 'node:fs';

/** Licences that ask for nothing but that their text goes along. */
export const free = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Python-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Zlib',
];

/** Packages that do not name their licence as others do; read in their own LICENSE or README. */
const elsewhere = {
  duck: 'BSD-2-Clause',
  busboy: 'MIT',
  streamsearch: 'MIT',
  'passport-local': 'MIT',
  'passport-strategy': 'MIT',
  pause: 'MIT',
  'png-js': 'MIT',
};

/** `{ name, version, licence }` of each package that ships, once for each version. */
export function shipped(lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))) {
  const rows = Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version, license }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { name, version, licence: elsewhere[name] ?? license ?? 'not told' };
    });
  const once = new Map(rows.map((row) => [`${row.name} ${row.version}`, row]));
  return [...once.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** Whether one of the licences that may be chosen is free, or each of those that hold together. */
export const isFree = (licence) =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((one) => one.split(' AND ').every((part) => free.includes(part)));

/** docs/licences.md. */
export function licencesPage(rows = shipped()) {
  const counts = Map.groupBy(rows, (row) => row.licence);
  const summary = [...counts]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([licence, { length }]) => `${licence}: ${length}`);
  const lines = rows.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  return `# Licences of what ships

Made from \`package-lock.json\` by the build; \`npm run drill -- packages\` judges it. The portal's own bundle carries the texts of its parts in \`3rdpartylicenses.txt\`.
The typeface Schibsted Grotesk is under the SIL Open Font Licence 1.1, the map's boundaries under MIT; both texts lie beside the files.

${rows.length} packages. ${summary.join(' · ')}.

| package | version | licence |
| --- | --- | --- |
${lines.join('\n')}
`;
}
