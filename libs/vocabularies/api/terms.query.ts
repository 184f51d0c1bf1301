import { moment } from '@samverkan/shared/api';

/** `Vocabularies` as JSON text: every list with all its terms, in their order. */
export const allVocabularies = `
  select json_build_object('items', coalesce(json_agg(json_build_object('name', v.name, 'version', v.version, 'terms', (
    select coalesce(json_agg(json_build_object('code', t.code, 'sv', t.sv, 'en', t.en, 'synonymsSv', t.synonyms_sv, 'synonymsEn', t.synonyms_en,
      'state', t.state, 'successor', t.successor, 'version', t.version,
      'changedAt', ${moment('t.changed_at')}) order by t.place, t.code), '[]'::json)
    from term t where t.vocabulary = v.name))
    order by array_position(array['kind', 'targetGroup', 'form', 'phase', 'profession'], v.name)), '[]'::json))::text as json
  from vocabulary v`;
