import {
  type PublicPiece,
  type PublicTextHistory,
  type PublicTextVersion,
  type PublicTexts,
  publicPieces,
} from '@samverkan/public/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { JSDOM } from 'jsdom';
import pg from 'pg';

let app: TestApp;
let [eva, per, ida]: Client[] = [];
let colleague: Client;
beforeAll(async () => {
  app = await testApp();
  [eva, per, ida] = await Promise.all(['eva.berglind', 'per.ost', 'ida.nordlund'].map((who) => app.signIn(who)));
  colleague = await app.someone('county_staff', 'county_board:22');
});
afterAll(() => app.close());

type Piece = PublicPiece;
interface Refused {
  code: string;
  issues?: { path: string; code: string }[];
  current?: { version: number; fields: object };
}
const at = (piece: Piece, rest: string) => `/api/public-texts/22/${piece}/${rest}`;
const write = <T = PublicTextVersion>(piece: Piece, body: object, version = 0, client = eva!) =>
  client.send<T>('PUT', at(piece, 'draft'), body, { 'if-match': `"${version}"` });
const publish = <T = PublicTextVersion>(piece: Piece, version: number, when: string | null = null, client = eva!) =>
  client.send<T>('POST', at(piece, 'publication'), { at: when }, { 'if-match': `"${version}"` });
const read = async (path: string) => {
  const response = await fetch(`${app.url}${path}`);
  const text = await response.text();
  return { response, text, page: new JSDOM(text).window.document };
};
const said = async (path: string) =>
  ((await read(path)).page.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ');

describe('what a county writes on its public pages', () => {
  it('is the national text until it writes its own, in both languages and in every county', async () => {
    expect(await said('/offentligt/lan/gotland')).toContain('Länsstyrelsen Gotland');
    expect(await said('/offentligt/lan/gotland/om')).toContain('i Gotlands län');
    expect(await said('/en/offentligt/lan/gotland/tillganglighet')).toContain('partially compliant');
    const { body } = await eva!.get<PublicTexts>('/api/public-texts/22');
    expect(body.items.map(({ piece }) => piece)).toHaveLength(publicPieces.length);
    expect(body.items.find(({ piece }) => piece === 'privacy')).toMatchObject({
      address: '/offentligt/lan/vasternorrland/personuppgifter',
      shown: null,
      pending: null,
    });
  });

  it('is a draft that the county board shares, until it is published at once', async () => {
    const draft = await write('privacy', { sv: 'Vi skriver själva.', en: '' });
    expect([draft.status, draft.body.state, draft.body.by]).toEqual([200, 'draft', null]);
    expect(await said('/offentligt/lan/vasternorrland/personuppgifter')).not.toContain('Vi skriver själva');
    const shared = await write('privacy', { en: 'We write ourselves.' }, 1, colleague);
    expect([shared.body.sv, shared.body.en, shared.body.version]).toEqual([
      'Vi skriver själva.',
      'We write ourselves.',
      2,
    ]);
    const shown = await publish('privacy', 2);
    expect([shown.status, shown.body.state]).toEqual([200, 'shown']);
    expect(shown.body.by).toMatch(/^Utvecklingsledare/);
    expect(await said('/offentligt/lan/vasternorrland/personuppgifter')).toContain('Vi skriver själva.');
    expect(await said('/en/offentligt/lan/vasternorrland/personuppgifter')).toContain('We write ourselves.');
    expect(await said('/offentligt/lan/gotland/personuppgifter')).not.toContain('Vi skriver själva');
  });

  it.each([
    ['ingress', '/offentligt/lan/vasternorrland'],
    ['publications', '/offentligt/lan/vasternorrland/publikationer'],
    ['calendar', '/offentligt/lan/vasternorrland/kalender'],
  ] as const)('is what a page begins with as well: %s', async (piece, path) => {
    const mine = `Så börjar vi ${piece}.`;
    await write(piece, { sv: mine });
    const looked = await eva!.get(at(piece, 'preview'));
    expect([looked.text.includes(mine), (await said(path)).includes(mine)]).toEqual([true, false]);
    await publish(piece, 1);
    expect((await read(path)).page.querySelector('.ingress')?.textContent).toBe(mine);
    expect(await said(path.replace('vasternorrland', 'gotland'))).not.toContain(mine);
  });

  it('is shown from the moment it is planned for, and can be called back before', async () => {
    const soon = new Date(Date.now() + 3600_000).toISOString();
    await write('work', { sv: 'Nytt från och med nyår.' });
    const planned = await publish('work', 1, soon);
    expect([planned.body.state, planned.body.shownFrom]).toEqual(['scheduled', soon]);
    expect(await said('/offentligt/lan/vasternorrland')).not.toContain('Nytt från och med nyår');
    const refused = await write<Refused>('work', { sv: 'Annat' }, 2);
    expect([refused.status, refused.body.code]).toEqual([409, 'public-text.scheduled']);
    const back = await eva!.post<PublicTextVersion>(at('work', 'publication/undo'));
    expect([back.status, back.body.state]).toEqual([200, 'draft']);
    await publish('work', 3, soon);
    // The hour comes: nothing has to happen for it.
    await app.sql(
      `update public_text set shown_from = now() - interval '1 second' where piece = 'work' and shown_from > now()`,
    );
    expect(await said('/offentligt/lan/vasternorrland')).toContain('Nytt från och med nyår.');
    const past = await write('audience', { sv: 'För alla.' });
    const late = await publish<Refused>('audience', past.body.version, '2020-01-01T00:00:00Z');
    expect([late.status, late.body.issues]).toEqual([400, [{ path: 'at', code: 'field.out-of-range' }]]);
    expect((await eva!.delete(at('audience', 'draft'))).status).toBe(204);
  });

  it('keeps every wording that has stood there, says by which function, and shows an earlier one again', async () => {
    for (const sv of ['Första.', 'Andra.']) {
      await write('about', { sv });
      await publish('about', 1);
    }
    const { body } = await eva!.get<PublicTextHistory>(at('about', 'history'));
    expect(body.items.map(({ sv, state }) => [sv, state])).toEqual([
      ['Andra.', 'shown'],
      ['Första.', 'past'],
    ]);
    const again = await eva!.post<PublicTextVersion>(`/api/public-texts/versions/${body.items[1]!.id}/restoration`);
    expect([again.status, again.body.sv]).toEqual([201, 'Första.']);
    expect(await said('/offentligt/lan/vasternorrland/om')).toContain('Första.');
    await eva!.post(at('about', 'national'));
    expect(await said('/offentligt/lan/vasternorrland/om')).toContain('den gemensamma arbetsplatsen');
    expect((await eva!.get<PublicTextHistory>(at('about', 'history'))).body.items).toHaveLength(4);
  });

  it('is not overwritten by who had read an older draft, unless it was the other language', async () => {
    await write('support', { sv: 'Ring oss.', en: 'Call us.' });
    await write('support', { sv: 'Skriv till oss.' }, 1, colleague);
    const clash = await write<Refused>('support', { sv: 'Besök oss.' }, 1);
    expect([clash.status, clash.body.code, clash.body.current]).toEqual([
      409,
      'stale-version',
      { version: 2, fields: { sv: 'Skriv till oss.' } },
    ]);
    expect((await write('support', { en: 'Visit us.' }, 1)).status).toBe(200);
    expect((await publish<Refused>('support', 1)).body.code).toBe('stale-version');
  });

  it('is seen before it is shown exactly as it will be, by its editors alone', async () => {
    const shown = await eva!.get(at('support', 'preview'));
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Skriv till oss.');
    const asAnybody = await read('/offentligt/lan/vasternorrland');
    expect(shown.headers.get('content-security-policy')).toBe(
      asAnybody.response.headers.get('content-security-policy'),
    );
    expect(shown.headers.get('cache-control')).toBe('no-store');
    await publish('support', 3);
    expect((await read('/offentligt/lan/vasternorrland')).text).toBe(shown.text);
    const stranger = await app.stranger();
    expect([
      (await stranger.get(at('support', 'preview'))).status,
      (await ida!.get(at('support', 'preview'))).status,
      (await per!.get(at('support', 'preview'))).status,
    ]).toEqual([401, 403, 404]);
  });

  it('belongs to its own county board: others neither read its drafts nor write', async () => {
    await write('accessibility', { sv: 'Utkast som ingen annan ser.' });
    for (const [path, method] of [
      ['/api/public-texts/22', 'GET'],
      [at('accessibility', 'history'), 'GET'],
      [at('accessibility', 'national'), 'POST'],
    ] as const)
      expect([path, (await per!.send(method, path, method === 'GET' ? undefined : {}, {})).status]).toEqual([
        path,
        404,
      ]);
    expect((await write('accessibility', { sv: 'Nej' }, 1, per!)).status).toBe(404);
    expect((await write('accessibility', { sv: 'Nej' }, 1, ida!)).status).toBe(403);
    // Row-level security alone, without any rule of the application's.
    const runtime = new pg.Client({ connectionString: app.runtimeUrl('app'), options: '-c search_path=samverkan' });
    await runtime.connect();
    const unseen = await runtime.query('select 1 from public_text where shown_from is null or shown_from > now()');
    await runtime.end();
    expect(unseen.rowCount).toBe(0);
  });

  it('takes paragraphs, lists, headings and links by https, and shows everything else as the characters it is', async () => {
    const unsafe = await write<Refused>('audience', { sv: '[läs](javascript:alert(1))' });
    expect([unsafe.status, unsafe.body.issues]).toEqual([400, [{ path: 'sv', code: 'public-text.link-unsafe' }]]);
    expect((await write('audience', { sv: '![bild](https://example.org/a.png)' })).status).toBe(400);
    await write('audience', {
      sv: '# Rubrik\n\n- ett\n- [två](https://example.org/)\n\n<script>alert(1)</script>\n\n**Fet** text',
      en: '',
    });
    await publish('audience', 1);
    const { page, text } = await read('/offentligt/lan/vasternorrland');
    const prose = page.querySelector('section[aria-labelledby=vem] .prose');
    expect(prose?.querySelector('h3')?.textContent).toBe('Rubrik');
    expect([...(prose?.querySelectorAll('li') ?? [])].map((one) => one.textContent)).toEqual([
      'ett',
      'två (öppnas i nytt fönster)',
    ]);
    expect(prose?.querySelector('a')?.getAttribute('rel')).toBe('noopener noreferrer');
    expect(prose?.querySelector('script')).toBeNull();
    expect(text).toContain('&lt;script>alert(1)');
    // Where it has been written in one language only, the other page says which language it is.
    expect(
      (await read('/en/offentligt/lan/vasternorrland')).page
        .querySelector('section[aria-labelledby=vem] .prose')
        ?.getAttribute('lang'),
    ).toBe('sv');
  });

  it('is read by the text guard', async () => {
    const stopped = await write<Refused>('audience', { sv: 'Fråga efter 19121212-1212.' });
    expect([stopped.status, stopped.body.issues?.[0]?.path]).toEqual([400, 'sv']);
    expect(stopped.text).not.toContain('19121212');
  });
});
