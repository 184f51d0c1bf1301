// What hangs at actions is found in the search over everything: by its name, and a file by the words on its pages.
import type { Attachments } from '@samverkan/attachments/contract';
import { type Client, type TestApp, pdfOf, testApp } from '@samverkan/testing';

interface Found {
  groups: { group: string; total: number; items: { title: string; about: string; path: string }[] }[];
}

let app: TestApp;
let [ida, other]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  ida = await app.signIn('ida.nordlund');
  other = await app.someone('coordinator', 'municipality:2380');
});
afterAll(() => app.close());

const planned = async (title: string, visibility: string): Promise<string> =>
  (await ida!.post<{ id: string }>('/api/actions', { title, kind: 'training', status: 'planned', visibility })).body.id;
const hang = async (at: string, name: string, pages: string[]): Promise<string> => {
  const path = `/api/actions/${at}/attachments/files?name=${encodeURIComponent(name)}&accepted=`;
  const type = { 'content-type': 'application/octet-stream' };
  return (await ida!.send<Attachments>('POST', path, pdfOf(pages), type)).body.items.at(-1)!.id;
};
const link = (at: string, title: string) =>
  ida!.post(`/api/actions/${at}/attachments/links`, { title, address: 'https://example.org/' });
const found = async (client: Client, q: string) =>
  (await client.get<Found>(`/api/search?q=${encodeURIComponent(q)}`)).body.groups.find(
    ({ group }) => group === 'attachments',
  );
const titles = async (client: Client, q: string) => (await found(client, q))?.items.map(({ title }) => title) ?? [];

it('finds a file by a word on any of its pages, in any of its forms, and leads to the action it hangs at', async () => {
  const at = await planned('Utbildning i regionen', 'members');
  await hang(at, 'Minnesanteckning.pdf', ['Om arbetet', 'Vi talade om kvarnhjulen i Ådalen']);
  expect(await found(ida!, 'kvarnhjul')).toMatchObject({
    total: 1,
    items: [{ title: 'Minnesanteckning.pdf', about: 'Utbildning i regionen', path: `/insatser/${at}#attachments` }],
  });
});

it('gives what is called so before what only says so, and a link by its name', async () => {
  const at = await planned('Nätverksträff', 'members');
  await hang(at, 'Protokoll.pdf', ['Rapporten om segelmakaren']);
  await link(at, 'Segelmakaren berättar');
  expect(await titles(ida!, 'segelmakare')).toEqual(['Segelmakaren berättar', 'Protokoll.pdf']);
});

it('has nothing of what hangs where the reader does not see, in hits or in counts', async () => {
  const at = await planned('Kommunens eget', 'own');
  await hang(at, 'Utkast.pdf', ['Hittepåordet klaravik']);
  await link(at, 'Klaravik');
  expect(await titles(ida!, 'klaravik')).toEqual(['Klaravik', 'Utkast.pdf']);
  expect(await found(other!, 'klaravik')).toBeUndefined();
});

it('has nothing of what was taken away, until it is put back', async () => {
  const at = await planned('Dag om samverkan', 'members');
  const id = await hang(at, 'Bilaga.pdf', ['Vargavinter i Ånge']);
  await ida!.post(`/api/attachments/${id}/removal`);
  expect(await titles(ida!, 'vargavinter')).toEqual([]);
  await ida!.post(`/api/attachments/${id}/restoration`);
  expect(await titles(ida!, 'vargavinter')).toEqual(['Bilaga.pdf']);
});
