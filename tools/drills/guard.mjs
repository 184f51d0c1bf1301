// npm run drill -- guard: the text guard against 100,000 written numbers and against authority text whose figures are drawn anew.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';

const folder = 'libs/shared/contract/guard';
const rounds = Number(process.argv[2] ?? 100_000);
const [{ guardGrade, guardText }, { certainForms, testNumber, uncertainForms }] = await Promise.all(
  ['text-guard', 'test-numbers'].map(async (name) => {
    const { outputFiles } = await build({
      entryPoints: [`${folder}/${name}.ts`],
      bundle: true,
      format: 'esm',
      write: false,
      platform: 'node',
    });
    return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  }),
);
const grade = (text) => guardGrade(guardText(text));
const below = (bound) => Math.floor(Math.random() * bound);
const lines = readFileSync(`${folder}/authority-text.txt`, 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));

const recall = (forms, wanted) => {
  const names = Object.keys(forms);
  const missed = {};
  let found = 0;
  for (let round = 0; round < rounds; round++) {
    const name = names[round % names.length];
    const number = forms[name](testNumber(below(46_000), below(12), below(4) === 0));
    // Among real sentences, never between two figures: those would be another number.
    const [before, after] = [lines[below(lines.length)], lines[below(lines.length)]];
    if (grade(`${before} Se ${number} i ärendet. ${after}`) === wanted) found += 1;
    else missed[name] = (missed[name] ?? 0) + 1;
  }
  return { share: found / rounds, missed };
};

// The same sentences with every figure drawn anew. Years stay years and clocks stay clocks; what has the very shape of a personal
// number (a diarienummer, an organisation number) is read as it stands, since other digits could make it one.
const isSamePattern = /\d{6}\s?[-+–]\s?\d{4}(?!\d)|\d{8}\s?[-+–]\s?\d{4}(?!\d)|\d{12}/;
const two = (number) => String(number).padStart(2, '0');
const drawn = (run) => {
  if (/^(19|20)\d\d$/.test(run)) return run;
  if (/^([01]\d|2[0-3])[0-5]\d$/.test(run)) return two(below(24)) + two(below(60));
  return run.replace(/\d/g, () => String(below(10)));
};
const redrawn = (line) => line.replace(/\d+/g, drawn);
let [stops, asks, read] = [0, 0, 0];
const stopped = new Set();
for (let round = 0; round < rounds; round++) {
  const line = lines[round % lines.length];
  const text = isSamePattern.test(line) || round < lines.length ? line : redrawn(line);
  const verdict = grade(text);
  read += 1;
  if (verdict === 'ask') asks += 1;
  if (verdict !== 'stop') continue;
  stops += 1;
  stopped.add(line);
}

const certain = recall(certainForms, 'stop');
const uncertain = recall(uncertainForms, 'ask');
const percent = (share) => `${(share * 100).toFixed(3)} %`;
console.log(
  `recall on stop: ${percent(certain.share)} of ${rounds} numbers in ${Object.keys(certainForms).length} forms (target ≥ 99.9 %)`,
);
console.log(
  `false stops: ${stops} in ${read} readings of ${lines.length} lines of authority text (target 0); asked about: ${asks}`,
);
console.log(`bare numbers asked about: ${percent(uncertain.share)}`);
const short = certain.share < 0.999 || stops > 0;
if (short) console.log('missed by form:', certain.missed, 'stopped lines:', [...stopped]);
process.exit(short ? 1 : 0);
