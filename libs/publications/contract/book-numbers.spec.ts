import { isIsbn, isIssn } from './book-numbers';

describe('the numbers of books and series', () => {
  it('take an ISSN whose check digit is right, X among them', () => {
    expect(['1403-624X', '1403624x', '0317-8471'].map(isIssn)).toEqual([true, true, true]);
    expect(['1403-6240', '1403-624', '14036-24X', '', 'ISSN 1403-624X'].map(isIssn)).toEqual(Array(5).fill(false));
  });

  it('take an ISBN of ten or thirteen digits whose check digit is right', () => {
    expect(['9783161484100', '978-3-16-148410-0', '0-306-40615-2', '080442957X'].map(isIsbn)).toEqual(
      Array(4).fill(true),
    );
    expect(['9783161484101', '0-306-40615-3', '123', '978316148410X'].map(isIsbn)).toEqual(Array(4).fill(false));
  });
});
