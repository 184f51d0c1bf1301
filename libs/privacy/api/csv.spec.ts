import { csvLine } from './csv';

describe('a line for spreadsheets', () => {
  it.each([
    [['Kramfors', 3, null], 'Kramfors;3;\r\n'],
    [['a;b', 'c"d', 'e\nf'], '"a;b";"c""d";"e\nf"\r\n'],
    [['=SUM(A1)', '@x', '-1+2', '+46'], "'=SUM(A1);'@x;'-1+2;'+46\r\n"],
    [[-5], '-5\r\n'],
  ])('%j is %j', (values, line) => {
    expect(csvLine(values)).toBe(line);
  });
});
