// The small version of every drill that has one, two at a time: what they prove whole stays true with each change.
import { readFileSync } from 'node:fs';
import { namesIn } from '../system/dispatch.mjs';
import { node } from './runners.mjs';

const folder = 'tools/drills';
const lanes = 2;

const hasSmall = (name) => readFileSync(`${folder}/${name}.mjs`, 'utf8').match(/rehearse\(|values\.small/);

export async function drills({ environment, patterns }) {
  const names = namesIn(folder).filter(hasSmall);
  const named = names.filter((name) => patterns.some((pattern) => name.includes(pattern)));
  const queue = named.length > 0 ? named : names;
  const result = { passed: 0, failed: 0, output: '' };
  const lane = async () => {
    for (let name = queue.shift(); name; name = queue.shift()) {
      const { code, output } = await node({ args: [`${folder}/${name}.mjs`, '--small'], environment });
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
