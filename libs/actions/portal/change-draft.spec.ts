import { type ChangeDraft, putsBack } from './change-draft';

const stood: ChangeDraft = {
  title: 'FREDA-utbildning',
  description: '',
  kind: 'training',
  startsOn: '',
  endsOn: '2027-05-31',
  goalIds: [],
  municipalityCodes: ['2282'],
  targetGroups: [],
  forms: [],
  phases: [],
  responsibleFunction: 'Projektledare',
  responsibleFunctionId: '',
  partnerIds: [],
  partnerNames: ['Elevhälsa'],
};
const id = '01900000-0000-7000-8000-000000000001';

describe('what takes a change back', () => {
  it('is what stood in the fields that were changed, and nothing of the others', () => {
    expect(putsBack({ title: 'FREDA', startsOn: '2027-03-01', municipalityCodes: [] }, stood)).toEqual({
      title: 'FREDA-utbildning',
      startsOn: null,
      municipalityCodes: ['2282'],
    });
  });

  it('puts a function in words back as it stood, and one of the directory with its title', () => {
    expect(putsBack({ responsibleFunctionId: id }, stood)).toEqual({
      responsibleFunctionId: null,
      responsibleFunction: 'Projektledare',
    });
    const chosen = { ...stood, responsibleFunctionId: id };
    expect(putsBack({ responsibleFunctionId: '', responsibleFunction: 'Rektor' }, chosen)).toEqual({
      responsibleFunctionId: id,
    });
  });

  it('does not ask again about a number that was answered for when it was written', () => {
    expect(putsBack({ title: 'Växel' }, { ...stood, title: 'Växel 9001019802' })).toEqual({
      title: 'Växel 9001019802',
      guardConfirmed: [{ path: 'title', reason: 'other-number' }],
    });
  });
});
