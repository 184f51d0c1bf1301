import { ActionDraftSchema, confirmedNames, emptyDraft, keptDraft } from './action-draft';

describe('the draft of an action', () => {
  it('never takes a text with a personal number out of the field', () => {
    const kept = keptDraft({ ...emptyDraft, title: 'Rutin', description: 'Ärendet med 18900101-9802.' });
    expect(kept).toMatchObject({ title: 'Rutin' });
    expect(kept).not.toHaveProperty('description');
  });

  it('keeps the partners named in words, and no personal number among them', () => {
    const names = ['Elevhälsa', 'Växel 9001019802'];
    expect(keptDraft({ ...emptyDraft, partnerNames: names })).toMatchObject({ partnerNames: ['Elevhälsa'] });
    expect(confirmedNames(names)).toEqual([{ path: 'partnerNames.1', reason: 'other-number' }]);
  });

  it('asks for a title and a kind, and for nothing more', () => {
    const problems = ActionDraftSchema.safeParse(emptyDraft).error?.issues.map((issue) => issue.path.join('.'));
    expect(problems).toEqual(['title', 'kind']);
    expect(ActionDraftSchema.safeParse({ ...emptyDraft, title: 'Rutin', kind: 'routine' }).success).toBe(true);
  });
});
