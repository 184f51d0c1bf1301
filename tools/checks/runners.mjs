// Runs the tools behind the checks and counts what they report.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from '../system/processes.mjs';

/** A program of an installed package, to be run by this Node. */
export const tool = (program, args) => ({ args: [`node_modules/${program}`, ...args] });

export const node = ({ args, environment = {} }) =>
  run(process.execPath, args, {
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', NODE_NO_WARNINGS: '1', ...environment },
  });

/** Each program is one check; it passes when the program ends well. */
export async function checked(...programs) {
  const result = { passed: 0, failed: 0, output: '' };
  for (const program of programs) {
    const { code, output } = await node(program);
    if (code === 0) result.passed += 1;
    else {
      result.failed += 1;
      result.output += `${program.args.join(' ')}\n${output}\n`;
    }
  }
  return result;
}

/** One Jest run per runtime; a file that could not even be run counts as a failure. */
export async function jest(app, { folder, patterns, environment }, extra = {}) {
  const report = join(folder, `jest-${app}.json`);
  const flags = [
    '--config',
    `apps/${app}/jest.config.mjs`,
    '--json',
    `--outputFile=${report}`,
    '--maxWorkers=2',
    '--passWithNoTests',
  ];
  const { code, output } = await node({
    ...tool('jest/bin/jest.js', [...flags, ...patterns]),
    environment: { ...environment, ...extra },
  });
  if (!existsSync(report)) return { passed: 0, failed: 1, output };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return {
    passed: numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    output: readable(output),
    times: testResults.map(({ name, startTime, endTime }) => [basename(name), endTime - startTime]),
  };
}

/** Jest prints its machine report on one long line among the readable ones. */
const readable = (output) =>
  output
    .split('\n')
    .filter((line) => !line.startsWith('{"num'))
    .join('\n');

/** Tests of the tools themselves, by Node's own runner. */
export async function nodeTests(pattern) {
  const { code, output } = await node({ args: ['--test', '--test-reporter=spec', pattern] });
  const count = (word) => Number(output.match(new RegExp(`^ℹ ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return {
    passed: count('pass'),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    output: output.slice(Math.max(0, output.indexOf('✖ failing tests'))),
  };
}
