import { statementName } from './statement-names';

it('names what is asked again, and nothing that is asked once: rare shapes use no names up', () => {
  for (let n = 0; n < 5000; n++) expect(statementName(`select ${n} as rare`)).toBeUndefined();
  expect(statementName('select every_day')).toBeUndefined();
  const name = statementName('select every_day');
  expect(name).toMatch(/^samverkan_\d+$/);
  expect(statementName('select every_day')).toBe(name);
  expect(statementName('select another')).toBeUndefined();
  expect(statementName('select another')).not.toBe(name);
});
