import { typedSince } from './typed-since';

describe('what was typed since a form was shown', () => {
  const shown = { title: '', professions: [] as string[], urgency: 'quarter' };

  it('is each field that is another than it was, and nothing else', () => {
    expect(typedSince(shown, { ...shown, title: 'Handledning', professions: ['social_worker'] })).toEqual({
      title: 'Handledning',
      professions: ['social_worker'],
    });
    expect(typedSince(shown, { ...shown, professions: [] })).toEqual({});
  });

  it('stands before what was kept from another time', () => {
    const kept = { title: 'Ett gammalt utkast', urgency: 'soon' };
    const now = { ...shown, title: 'Det jag skriver nu' };
    expect({ ...shown, ...kept, ...typedSince(shown, now) }).toEqual({
      title: 'Det jag skriver nu',
      professions: [],
      urgency: 'soon',
    });
  });
});
