// The small version of every drill that has one, two at a time: what they prove whole stays true with each change.
import { readFileSync } from 'node:fs';
import { namesIn } from '../system/dispatch.mjs';
import { node } from './runners.mjs';

const folder = 'tools/drills';
const lanes = 2;
/** Those that take longest begin, so that two lanes end together. */
const longest = ['migrate', 'backup', 'drain', 'slow', 'jobs'];

const hasSmall = (name) => readFileSync(`${folder}/${name}.mjs`, 'utf8').match(/rehearse\(|values\.small/);

export async function drills({ environment, patterns }) {
  const small = namesIn(folder).filter(hasSmall);
  const names = [...new Set([...longest.filter((name) => small.includes(name)), ...small])];
  const named = names.filter((name) => patterns.some((pattern) => name.includes(pattern)));
  const queue = named.length > 0 ? named : names;
  const result = { passed: 0, failed: 0, output: '', times: [] };
  const lane = async () => {
    for (let name = queue.shift(); name; name = queue.shift()) {
      const from = performance.now();
      const { code, output } = await node({ args: [`${folder}/${name}.mjs`, '--small'], environment });
      result.times.push([name, performance.now() - from]);
      if (code === 0) result.passed += 1;
      else {
        result.failed += 1;
        result.output += `npm run drill -- ${name} --small\n${output}\n`;
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return result;
}
