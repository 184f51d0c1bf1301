// What the letter says, read back as its recipient's programs read it: the same words in both, and never who asked.
import type { Bundle, Question } from '@samverkan/questions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { extractText, getDocumentProxy } from 'unpdf';
import mammoth from 'mammoth';

let app: TestApp;
let eva: Client;
beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
});
afterAll(() => app.close());

it('has the joint wording, the questions, the number and the day in Swedish, and nobody who asked', async () => {
  const ida = await app.signIn('ida.nordlund');
  const asked = await ida.post<Question>('/api/questions', {
    title: 'Vem betalar för åtgärden på ön?',
    subject: 'responsibility',
  });
  const { body } = await eva.post<Bundle>('/api/question-bundles', {
    title: 'Kostnad för åtgärder',
    wording: 'Hur fördelas kostnaden – och på vem?',
    questionIds: [asked.body.id],
  });
  const [to] = await app.sql<{ id: string }>(`select id from organization where key = 'national:socialstyrelsen'`);
  const sent = { recipientId: to?.id, diarienummer: '804-1-2026', sentOn: '2026-10-01', expectedOn: '2026-12-01' };
  await eva.post(`/api/question-bundles/${body.id}/send`, sent);
  const file = async (format: string) =>
    (await eva.bytes(`/api/question-bundles/${body.id}/letter?format=${format}`)).bytes;
  const pdf = await getDocumentProxy(new Uint8Array(await file('pdf')));
  const { text } = await extractText(pdf, { mergePages: true });
  const { value } = await mammoth.extractRawText({ buffer: await file('docx') });
  for (const letter of [text, value].map((one) => one.replace(/\s+/g, ' '))) {
    for (const words of [
      'Till: Socialstyrelsen',
      '804-1-2026',
      '1 oktober 2026',
      'Hur fördelas kostnaden – och på vem?',
      'Vem betalar för åtgärden på ön?',
      'senast den 1 december 2026',
    ])
      expect(letter).toContain(words);
    expect(letter).not.toContain('Kramfors');
  }
});
