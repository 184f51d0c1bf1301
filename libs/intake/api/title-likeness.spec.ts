import { mostLike } from './title-likeness';

const all = () => true;
const given = ['Grundkurs om våld i Kramfors', 'Nätverksträff för skolor', 'Grundkurs om våld'].map((title) => ({
  title,
}));

describe('a title that is nearly the same as another', () => {
  it('finds the one most like it, whatever the capitals', () => {
    const find = mostLike(given, 0.6);
    expect(find('GRUNDKURS om våld i Kramfors kommun', all)?.title).toBe('Grundkurs om våld i Kramfors');
    expect(find('Grundkurs, om våld!', all)?.title).toBe('Grundkurs om våld');
  });

  it('finds nothing where nothing is like enough, or nothing that fits', () => {
    const find = mostLike(given, 0.6);
    expect(find('Utvärdering av rutiner', all)).toBeUndefined();
    expect(find('', all)).toBeUndefined();
    expect(find('Nätverksträff för skolor', ({ title }) => !title.startsWith('N'))).toBeUndefined();
  });
});
