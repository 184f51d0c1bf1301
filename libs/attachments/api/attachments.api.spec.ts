import { Transformer } from '@napi-rs/image';
import type { Attachments } from '@samverkan/attachments/contract';
import { type Client, type TestApp, pdfOf, testApp } from '@samverkan/testing';
import { Document, Packer, Paragraph } from 'docx';
import { randomBytes } from 'node:crypto';

let app: TestApp;
let [ida, colleague, eva, other]: Client[] = [];
let action = '';
beforeAll(async () => {
  app = await testApp();
  [ida, eva] = await Promise.all(['ida.nordlund', 'eva.berglind'].map((who) => app.signIn(who)));
  colleague = await app.someone('coordinator', 'municipality:2282');
  other = await app.someone('coordinator', 'municipality:2380');
  action = await planned('members');
});
afterAll(() => app.close());

const planned = async (visibility: string): Promise<string> => {
  const input = { title: 'Utbildning om hedersrelaterat våld', kind: 'training', status: 'planned', visibility };
  return (await ida!.post<{ id: string }>('/api/actions', input)).body.id;
};
const upload = (name: string, bytes: Uint8Array | string, accepted = '', at = action, client = ida!) =>
  client.send<Attachments & { issues?: { path: string; code: string }[] }>(
    'POST',
    `/api/actions/${at}/attachments/files?name=${encodeURIComponent(name)}&accepted=${accepted}`,
    bytes,
    { 'content-type': 'application/octet-stream' },
  );
const file = (client: Client, id: string) => client.bytes(`/api/attachments/${id}/file`);
const document = (text: string, creator = '') =>
  Packer.toBuffer(new Document({ creator, sections: [{ children: [new Paragraph(text)] }] }));
/** Noise, so that it does not pack small. */
const pixels = (width: number, height: number) =>
  Transformer.fromRgbaPixels(randomBytes(width * height * 4), width, height);
/** A photograph as a telephone makes it: its first segment tells who took it. */
const photo = async () => {
  const plain = await pixels(40, 30).jpeg();
  const artist = Buffer.from('Vera Volontär\0', 'latin1');
  const tiff = Buffer.from('49492a000800000001003b0102000e0000001a00000000000000', 'hex');
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, artist]);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([head, exif, plain.subarray(2)]);
};
const issues = (answer: { body: { issues?: { path: string; code: string }[] } }) => answer.body.issues;

describe('a file at an action', () => {
  it('comes back byte for byte to whoever reads the action, to be saved and never to be run', async () => {
    const bytes = pdfOf(['Samordningens årsrapport', 'Sida två']);
    const { status, body } = await upload('Årsrapport 2026.pdf', bytes);
    expect(status).toBe(201);
    const item = body.items.at(-1)!;
    expect(item).toMatchObject({
      kind: 'file',
      title: 'Årsrapport 2026.pdf',
      file: { type: 'pdf', size: bytes.length, pages: 2 },
      addedBy: 'Ida Nordlund',
      removable: true,
    });
    const sent = await file(other!, item.id);
    expect([sent.status, Buffer.compare(sent.bytes, bytes)]).toEqual([200, 0]);
    expect(sent.headers.get('content-disposition')).toMatch(/^attachment; .*%C3%85rsrapport%202026\.pdf/);
    expect(sent.headers.get('content-security-policy')).toContain('sandbox');
    expect(sent.headers.get('x-content-type-options')).toBe('nosniff');
    const seen = await other!.get<Attachments>(`/api/actions/${action}/attachments`);
    expect(seen.body.items.at(-1)).toMatchObject({ addedBy: null, removable: false });
  });

  it('is in many pieces when it is large, and whole again', async () => {
    const large = await pixels(800, 800).png();
    const { body } = await upload('brus.png', large);
    const { id, file: kept } = body.items.at(-1)!;
    const [pieces] = await app.sql<{ n: number }>('select count(*)::int n from stored_file_chunk where file_id = $1', [
      id,
    ]);
    expect(pieces?.n).toBeGreaterThan(5);
    const sent = await file(ida!, id);
    expect([sent.bytes.length, (await new Transformer(sent.bytes).metadata()).width]).toEqual([kept?.size, 800]);
  });

  it('is nothing to whoever does not read the action: no list, no file, not found', async () => {
    const hidden = await planned('own');
    const { body } = await upload('Internt.pdf', pdfOf(['Internt']), '', hidden);
    const { id } = body.items[0]!;
    expect((await file(other!, id)).status).toBe(404);
    expect((await other!.get(`/api/actions/${hidden}/attachments`)).status).toBe(404);
    expect((await upload('Mer.pdf', pdfOf(['Mer']), '', hidden, other)).status).toBe(404);
    expect((await colleague!.get(`/api/actions/${hidden}/attachments`)).status).toBe(200);
  });

  it('goes by what is in it and not by its name, and the name follows', async () => {
    const { body } = await upload('bild.pdf', await photo());
    expect(body.items.at(-1)).toMatchObject({ title: 'bild.pdf.jpg', file: { type: 'jpg' } });
    expect(issues(await upload('rapport.pdf', '<html><script>alert(1)</script>'))).toEqual([
      { path: 'file', code: 'file.not-taken' },
    ]);
  });

  it('keeps nothing of where, when or by whom a picture was taken', async () => {
    const taken = await photo();
    expect(taken.includes('Vera')).toBe(true);
    const { body } = await upload('foto.jpg', taken);
    const { bytes } = await file(ida!, body.items.at(-1)!.id);
    expect(bytes.includes('Exif')).toBe(false);
    expect(bytes.includes('Vera')).toBe(false);
  });

  it('is stopped when a personal number stands in its text or its name, with the page', async () => {
    const named = pdfOf(['Första sidan', 'Gäller 19811218-9876']);
    expect(issues(await upload('rapport.pdf', named))).toEqual([
      { path: 'file.pages.2', code: 'text.personal-number' },
    ]);
    expect(issues(await upload('19811218-9876.pdf', pdfOf(['Rapport'])))).toEqual([
      { path: 'name', code: 'text.personal-number' },
    ]);
    expect((await app.sql(`select 1 from attachment where title like '%9876%'`)).length).toBe(0);
  });

  it('that names its own author, or cannot be read, is added only when she has been told', async () => {
    const signed = await document('Metodstöd', 'Vera Volontär');
    const refused = await upload('metod.docx', signed);
    expect(issues(refused)).toEqual([{ path: 'accepted.author', code: 'file.names-its-author' }]);
    expect(refused.text).not.toContain('Vera');
    expect((await upload('metod.docx', signed, 'author')).status).toBe(201);
    const scanned = pdfOf(['']);
    expect(issues(await upload('skannad.pdf', scanned))).toEqual([
      { path: 'accepted.unread', code: 'file.has-no-text' },
    ]);
    expect((await upload('skannad.pdf', scanned, 'unread')).status).toBe(201);
  });

  it('is hung there by those who may write a line, and no others', async () => {
    expect((await upload('Annans.pdf', pdfOf(['Annan']), '', action, other)).status).toBe(403);
    expect((await upload('Länets.pdf', pdfOf(['Länet']), '', action, eva)).status).toBe(201);
  });

  it('is taken away by whoever hung it there or owns the action, put back, and gone with its bytes after thirty days', async () => {
    const { body } = await upload('Tillfällig.pdf', pdfOf(['Tillfällig']));
    const { id } = body.items.at(-1)!;
    expect((await other!.post(`/api/attachments/${id}/removal`)).status).toBe(403);
    const rest = await colleague!.post<Attachments>(`/api/attachments/${id}/removal`);
    expect(rest.body.items.map((one) => one.id)).not.toContain(id);
    expect((await file(ida!, id)).status).toBe(404);
    const back = await ida!.post<Attachments>(`/api/attachments/${id}/restoration`);
    expect(back.body.items.map((one) => one.id)).toContain(id);
    await ida!.post(`/api/attachments/${id}/removal`);
    const night = () =>
      app.sql<{ id: string }>(
        'select id from retention_files_take(now(), array(select id from retention_files_due(now())))',
      );
    expect(await night()).toEqual([]);
    await app.sql(`update attachment set removed_at = now() - interval '31 days' where id = $1`, [id]);
    expect(await night()).toEqual([{ id }]);
    expect(await app.sql('select 1 from stored_file_chunk where file_id = $1', [id])).toEqual([]);
  });

  it('that named somebody is gone at once, and when it is cleaned only its new name stands', async () => {
    const { body } = await upload('Om någon.pdf', pdfOf(['Text']));
    const { id } = body.items.at(-1)!;
    const listed = async () => (await ida!.get<Attachments>(`/api/actions/${action}/attachments`)).body.items;
    const report = { area: 'attachments', kind: 'attachment', objectId: id };
    const hidden = await ida!.post<{ id: string }>('/api/sensitive-texts', report);
    expect((await file(ida!, id)).status).toBe(404);
    expect((await listed()).map((one) => one.id)).not.toContain(id);
    const texts = { title: 'Minnesanteckning.pdf' };
    expect((await ida!.post(`/api/sensitive-texts/${hidden.body.id}/purge`, { texts })).status).toBeLessThan(300);
    expect((await listed()).find((one) => one.id === id)).toMatchObject({ ...texts, file: null });
    expect((await file(ida!, id)).status).toBe(404);
    for (const table of ['chunk', 'page'])
      expect(await app.sql(`select 1 from stored_file_${table} where file_id = $1`, [id])).toEqual([]);
  });

  it('is sent twice and hangs there once', async () => {
    const before = (await ida!.get<Attachments>(`/api/actions/${action}/attachments`)).body.items.length;
    const headers = { 'content-type': 'application/octet-stream', 'idempotency-key': 'samma-fil-en-gang' };
    const send = () =>
      ida!.send<Attachments>('POST', `/api/actions/${action}/attachments/files?name=En.pdf`, pdfOf(['En']), headers);
    await send();
    expect((await send()).body.items.length).toBe(before + 1);
  });
});

describe('a link at an action', () => {
  it('leads out to a page on the web and nowhere else', async () => {
    const at = `/api/actions/${action}/attachments/links`;
    expect(
      (await ida!.post<Attachments>(at, { title: 'Rapporten', address: 'https://example.org/r.pdf' })).body.items.at(
        -1,
      ),
    ).toMatchObject({
      kind: 'link',
      address: 'https://example.org/r.pdf',
      file: null,
    });
    for (const address of ['javascript:alert(1)', 'file:///etc/passwd', 'inte en adress'])
      expect([address, (await ida!.post(at, { title: 'Rapporten', address })).status]).toEqual([address, 400]);
  });
});
