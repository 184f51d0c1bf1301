import { noticeKinds } from '@samverkan/activity/contract';
import en from './en.json';
import sv from './sv.json';

it('says what is no longer sent, in both languages, for every kind that a letter can be refused for', () => {
  const said = ['all', ...noticeKinds].map((kind) => `unsubscribe.done.${kind}`);
  expect(said.filter((key) => !(key in sv) || !(key in en))).toEqual([]);
});
