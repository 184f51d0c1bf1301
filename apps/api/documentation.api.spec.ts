// The examples of docs/api.md, run as they stand there.
import { type System, type TestApp, aSystem, testApp } from '@samverkan/testing';
import { vocabularyNames } from '@samverkan/vocabularies/contract';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const text = readFileSync(resolve(__dirname, '../../docs/api.md'), 'utf8');
const examples = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

let app: TestApp;
let system: System;
beforeAll(async () => {
  app = await testApp();
  system = await aSystem(app, 'municipality:2282', ['actions.read', 'actions.write', 'directory.read']);
});
afterAll(() => app.close());

it('gives examples that work, each after the other', async () => {
  expect(examples).toHaveLength(8);
  let action = '';
  for (const example of examples) {
    const { stdout } = await promisify(execFile)('bash', ['-c', `${example.trim()} --fail-with-body`], {
      env: { PATH: process.env['PATH'], SAMVERKAN: app.url, TOKEN: system.secret, ACTION: action },
    });
    const answer = JSON.parse(stdout) as { id?: string; items?: unknown[] };
    expect([example, Array.isArray(answer) || Array.isArray(answer.items) || answer.id !== undefined]).toEqual([
      example,
      true,
    ]);
    action = answer.id ?? action;
  }
});

it('names every address that is open, and none that is not', async () => {
  const ida = await app.signIn('ida.nordlund');
  const { body } = await ida.get<{ items: { method: string; path: string }[] }>('/api/tokens/addresses');
  const table = text.slice(text.indexOf('## The addresses'), text.indexOf('## Examples'));
  const told = [...table.matchAll(/`(?:(GET|POST|PATCH|DELETE) )?(\/[\w/{}-]+)`/g)].map((match) => match[2] ?? '');
  const named = (path: string) =>
    told.some((one) => path === one || (one.split('/').length === 2 && path.endsWith(`{id}${one}`)));
  expect(body.items.filter(({ path }) => !named(path))).toEqual([]);
  const open = body.items.map(({ path }) => path);
  const closed = told.filter(
    (one) => one !== '/api/openapi.json' && !open.some((path) => path === one || path.endsWith(`{id}${one}`)),
  );
  expect(closed).toEqual([]);
});

it('names every list of words there is', () => {
  for (const name of vocabularyNames) expect(text).toContain(`\`${name}\``);
});

it('names every code a token is refused with', () => {
  for (const code of [
    'unknown',
    'expired',
    'revoked',
    'organization-ended',
    'scope-lacking',
    'route-closed',
    'too-many',
  ])
    expect(text).toContain(`token.${code}`);
});
