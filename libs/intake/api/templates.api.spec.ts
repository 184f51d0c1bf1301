import type { ActionTemplate, ActionTemplates } from '@samverkan/intake/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

const at = '/api/action-templates';
let app: TestApp;
let [ida, eva, colleague]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [ida, eva] = await Promise.all(['ida.nordlund', 'eva.berglind'].map((who) => app.signIn(who)));
  colleague = await app.someone('coordinator', 'municipality:2282');
});
afterAll(() => app.close());

const content = { kind: 'training', title: 'Grundkurs', targetGroups: ['professionals'], municipalityCodes: ['2282'] };
const keep = async (name: string, more: object = {}, client = ida!) =>
  (await client.post<ActionTemplate>(at, { name, content: { ...content, ...more } })).body;
const listed = async (client = ida!) => (await client.get<ActionTemplates>(at)).body;
const names = async (client = ida!) => (await listed(client)).items.map(({ name }) => name);

describe('a template for actions', () => {
  it('is the whole organisation’s: a colleague finds it, nobody else does', async () => {
    const kept = await keep('Basutbildning');
    expect(kept.content).toMatchObject({ ...content, visibility: 'county', goalIds: [] });
    expect(await names(colleague)).toContain('Basutbildning');
    expect(await names(eva)).not.toContain('Basutbildning');
    expect((await eva!.patch(`${at}/${kept.id}`, { name: 'Kapad' }, kept.version)).status).toBe(404);
    expect((await eva!.post(`${at}/${kept.id}/removal`, {})).status).toBe(404);
  });

  it('is changed by whoever writes for the organisation, unless a colleague was faster', async () => {
    const kept = await keep('Ändras');
    const change = { name: 'Ändrad', content: { ...content, kind: 'campaign' } };
    const changed = await colleague!.patch<ActionTemplate>(`${at}/${kept.id}`, change, kept.version);
    expect(changed.body).toMatchObject({ name: 'Ändrad', content: { kind: 'campaign' } });
    expect((await ida!.patch(`${at}/${kept.id}`, { name: 'För sent' }, kept.version)).body).toMatchObject({
      code: 'stale-version',
      current: { fields: { name: 'Ändrad' } },
    });
    const again = await colleague!.patch<ActionTemplate>(`${at}/${kept.id}`, change, kept.version);
    expect([again.status, again.body.version]).toEqual([200, changed.body.version]);
  });

  it('is taken away and put back, and is gone thirty days after it was taken away', async () => {
    const kept = await keep('Ångras');
    await ida!.post(`${at}/${kept.id}/removal`, {});
    expect(await names()).not.toContain('Ångras');
    await ida!.post(`${at}/${kept.id}/restoration`, {});
    expect(await names()).toContain('Ångras');
    await ida!.post(`${at}/${kept.id}/removal`, {});
    const after = async (days: number) => {
      await app.sql(`update action_template set removed_at = now() - make_interval(days => $2) where id = $1`, [
        kept.id,
        days,
      ]);
      await app.sql(
        'select id from retention_templates_take(now(), array(select id from retention_templates_due(now())))',
      );
      return (await app.sql('select 1 from action_template where id = $1', [kept.id])).length;
    };
    expect([await after(29), await after(31)]).toEqual([1, 0]);
  });

  it('leaves out the goals, partners and functions that are no more', async () => {
    const gone = '01900000-0000-7000-8000-000000000000';
    const [goal] = await app.sql<{ id: string }>('select id from goal order by id limit 1');
    await keep('Gammal', { goalIds: [gone, goal?.id], partnerIds: [gone], responsibleFunctionId: gone });
    const { items } = await listed();
    expect(items.find(({ name }) => name === 'Gammal')?.content).toMatchObject({
      goalIds: [goal?.id],
      partnerIds: [],
      responsibleFunctionId: null,
    });
  });

  it('lets no personal number in, wherever in it the number stands', async () => {
    const number = '19811218-9876';
    for (const [path, input] of [
      ['name', { name: `Fallet ${number}`, content }],
      ['content.title', { name: 'Mall', content: { ...content, title: `Om ${number}` } }],
      ['content.description', { name: 'Mall', content: { ...content, description: `Om ${number}` } }],
      ['content.partnerNames.0', { name: 'Mall', content: { ...content, partnerNames: [number] } }],
    ] as const)
      expect((await ida!.post(at, input)).body).toMatchObject({ issues: [{ path, code: 'text.personal-number' }] });
  });

  it('is read by whoever only reads, and made by nobody else than those who write', async () => {
    const reader = await app.someone('national_reader', 'national:socialstyrelsen');
    expect((await listed(reader)).mayChange).toBe(false);
    expect((await reader.post(at, { name: 'Vår', content })).status).toBe(403);
  });
});
