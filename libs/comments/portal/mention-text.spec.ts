import { asSent, asWritten, mentionAt, piecesOf } from './mention-text';

const kommun = { id: 'k', name: 'Ånge kommun', kind: 'municipality' as const };
const ange = { id: 'ange', title: 'Kvinnofrid', organization: kommun };

describe('mentions in a text', () => {
  it('are looked for from an @ that begins a word, and not in a mail address or after the line', () => {
    const at = (text: string) => mentionAt(text, text.length)?.words;
    expect([at('@'), at('Hej @kvinno'), at('Hej (@kvinnofrid i')]).toEqual(['', 'kvinno', 'kvinnofrid i']);
    expect([at('ida@kramfors'), at('Hej @kv\nNy rad'), at('Hej')]).toEqual([undefined, undefined, undefined]);
  });

  it('are sent as places for their functions, also when one name holds another', () => {
    const picked = [
      { id: 'a', label: 'Kvinnofrid' },
      { id: 'b', label: 'Kvinnofrid, Ånge kommun' },
      { id: 'c', label: 'Bortvald' },
    ];
    expect(asSent('@Kvinnofrid, Ånge kommun och @Kvinnofrid? ', picked)).toEqual({
      text: '@[1] och @[2]?',
      functionIds: ['b', 'a'],
    });
  });

  it('are read as names, and only as somebody where the reader does not see the function', () => {
    const mentions = [
      { position: 1, function: ange },
      { position: 2, function: null },
    ];
    expect(piecesOf('Hej @[1], @[2] och @[3]', mentions)).toEqual([
      { text: 'Hej ' },
      { mention: ange },
      { text: ', ' },
      { mention: null },
      { text: ' och @[3]' },
    ]);
  });

  it('are written again as they were picked', () => {
    const comment = { text: 'Hej @[1]!', mentions: [{ position: 1, function: ange }] } as never;
    const { text, picked } = asWritten(comment);
    expect(text).toBe('Hej @Kvinnofrid, Ånge kommun!');
    expect(asSent(text, picked)).toEqual({ text: 'Hej @[1]!', functionIds: ['ange'] });
  });
});
