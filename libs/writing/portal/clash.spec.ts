import { clashesOf } from './clash';

describe('two editors of the same text', () => {
  it('gives both texts, field by field, and the version to save on', () => {
    const found = clashesOf(
      { version: 2, fields: { description: 'Idas text' } },
      { description: 'Evas text', title: 'Rubrik' },
    );
    expect(found).toEqual({ version: 2, clashes: [{ field: 'description', theirs: 'Idas text', mine: 'Evas text' }] });
  });

  it('is nothing when the answer does not say which fields', () => {
    expect(clashesOf(undefined, {})).toBeNull();
  });
});
