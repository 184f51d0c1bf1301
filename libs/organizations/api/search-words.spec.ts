import { searchWords } from './search-words';

describe('the words of a search for a party', () => {
  it('may stand anywhere in the name, in any order and any case', () => {
    expect(searchWords('Landstinget  Västernorrland')).toEqual(['%landstinget%', '%västernorrland%']);
  });

  it('are taken as they are written, signs and all', () => {
    expect(searchWords('100%_\\')).toEqual(['%100\\%\\_\\\\%']);
  });

  it('are at most eight, each once', () => {
    expect(searchWords('a b c d e f g h i j a')).toHaveLength(8);
    expect(searchWords('  ')).toEqual([]);
    expect(searchWords(undefined)).toEqual([]);
  });
});
