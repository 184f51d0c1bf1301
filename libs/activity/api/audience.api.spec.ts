// The live streams ask once for all who have the same organisation, role and counties. That is right only while nothing else decides what is heard.
import { type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

it('judges news by organisation, role and counties alone: no rule of theirs, nor any rule or function beneath it, asks who the person is', async () => {
  const rules = await app.sql<{ table: string; text: string }>(
    `select tablename as table, qual as text from pg_policies where schemaname = 'samverkan' and cmd in ('SELECT', 'ALL')`,
  );
  const bodies = await app.sql<{ name: string; text: string; definer: boolean }>(
    `select p.proname as name, p.prosrc as text, p.prosecdef as definer from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'samverkan'`,
  );
  // What runs with its owner's rights meets no table's rules.
  const read = (table: string) =>
    rules.filter((rule) => rule.table === table).map(({ text }) => ({ text, definer: false }));
  // Who may clean a hidden text does depend on the person, but is asked only while it is being cleaned, which no stream does.
  const seen = new Set<string>(['event', 'sensitive_text']);
  const waiting = read('event');
  expect(waiting.length).toBeGreaterThan(20);
  const askers: string[] = [];
  for (let rule = waiting.pop(); rule; rule = waiting.pop()) {
    const { text, definer } = rule;
    if (/ctx_user|samverkan\.user/.test(text)) askers.push(text.slice(0, 200));
    for (const [, table = ''] of text.matchAll(/\b(?:from|join)\s+\(*(?:samverkan\.)?(\w+)/gi))
      if (!definer && !seen.has(table)) {
        seen.add(table);
        waiting.push(...read(table));
      }
    for (const [, name = ''] of text.matchAll(/\b(\w+)\s*\(/g))
      if (!seen.has(`${name}()`)) {
        seen.add(`${name}()`);
        waiting.push(...bodies.filter((body) => body.name === name));
      }
  }
  expect(seen.has('action') && seen.has('could_read()')).toBe(true);
  expect(askers).toEqual([]);
});
