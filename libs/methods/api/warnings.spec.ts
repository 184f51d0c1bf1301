import type { Vocabularies } from '@samverkan/vocabularies/contract';
import { type Choice, type Purpose, warningsOf } from './warnings';

const term = (code: string, more: object = {}) => ({
  code,
  sv: code,
  en: code,
  synonymsSv: [],
  synonymsEn: [],
  state: 'in_use' as const,
  successor: null,
  version: 1,
  changedAt: '2026-01-01T00:00:00Z',
  ...more,
});
const terms: Vocabularies = {
  items: [
    {
      name: 'targetGroup',
      version: 1,
      terms: [
        term('exposed_women'),
        term('exposed_children'),
        term('women_of_old', { state: 'merged', successor: 'exposed_women' }),
      ],
    },
  ],
};
const method: Purpose = {
  targetGroups: ['exposed_women'],
  forms: ['intimate_partner'],
  phases: ['detect'],
  professions: ['social_workers'],
  trainingRequired: true,
  retiresOn: null,
  replacedBy: null,
};
const choice: Choice = {
  targetGroups: ['exposed_women'],
  forms: ['intimate_partner'],
  phases: ['detect'],
  professions: ['social_workers'],
  places: [{ municipalityCode: '2282', trainedOn: '2026-01-10', validUntil: '2028-01-10' }],
};
const warned = (of: Partial<Purpose>, by: Partial<Choice> = {}) =>
  warningsOf({ ...method, ...of }, { ...choice, ...by }, { today: '2026-11-28', terms });

describe('the warning when a method is chosen outside its purpose', () => {
  it('says nothing when it is used for what it is for, by those who may, where they are trained', () => {
    expect(warned({})).toEqual([]);
  });

  it('names exactly the target groups, forms, phases and professions that it is not for', () => {
    const found = warned(
      {},
      {
        targetGroups: ['exposed_women', 'exposed_children'],
        forms: ['honour'],
        phases: ['prosecute'],
        professions: ['police', 'social_workers'],
      },
    );
    expect(found.map(({ kind, codes }) => [kind, codes])).toEqual([
      ['targetGroup', ['exposed_children']],
      ['form', ['honour']],
      ['phase', ['prosecute']],
      ['profession', ['police']],
    ]);
  });

  it('holds nothing against a method without limits, nor against a choice that does not say', () => {
    expect(
      warned({ targetGroups: [], forms: [], phases: [], professions: [] }, { targetGroups: ['perpetrators'] }),
    ).toEqual([]);
    expect(warned({}, { targetGroups: [], forms: [], phases: [], professions: [] })).toEqual([]);
  });

  it('takes a word that has been merged for the one it was merged into', () => {
    expect(warned({}, { targetGroups: ['women_of_old'] })).toEqual([]);
    expect(warned({ targetGroups: ['women_of_old'] })).toEqual([]);
  });

  it('says where nobody is known to be trained, and where the training has run out, until when', () => {
    const found = warned(
      {},
      {
        places: [
          ...choice.places,
          { municipalityCode: '2280', trainedOn: null, validUntil: null },
          { municipalityCode: '2281', trainedOn: '2023-05-02', validUntil: '2025-05-02' },
        ],
      },
    );
    expect(found).toMatchObject([
      { kind: 'untrained', municipalityCodes: ['2280'] },
      { kind: 'expired', municipalityCodes: ['2281'], on: '2025-05-02' },
    ]);
  });

  it('counts training until its last day, and for ever where it does not run out', () => {
    const at = (validUntil: string | null) => ({
      places: [{ municipalityCode: '2282', trainedOn: '2020-01-01', validUntil }],
    });
    expect(warned({}, at('2026-11-28'))).toEqual([]);
    expect(warned({}, at('2026-11-27'))).toHaveLength(1);
    expect(warned({}, at(null))).toEqual([]);
  });

  it('asks for no training where none is required', () => {
    expect(
      warned(
        { trainingRequired: false },
        { places: [{ municipalityCode: '2280', trainedOn: null, validUntil: null }] },
      ),
    ).toEqual([]);
  });

  it('leads on from one that is retired, from the day it is', () => {
    const replacedBy = { id: '01900000-0000-7000-8000-000000000001', name: 'Den nya' };
    expect(warned({ retiresOn: '2026-11-28', replacedBy })).toMatchObject([
      { kind: 'retired', on: '2026-11-28', replacedBy },
    ]);
    expect(warned({ retiresOn: '2026-11-29', replacedBy })).toEqual([]);
  });
});
