// Proposals in the contract's shape, read under row-level security.
import { moment } from '@samverkan/shared/api';
import { enoughCounties } from '@samverkan/vocabularies/contract';

const party = `json_build_object('id', o.id, 'name', o.name, 'kind', o.kind)`;
const words = (from: string) =>
  `json_build_object('sv', ${from}.sv, 'en', ${from}.en, 'synonymsSv', ${from}.synonyms_sv, 'synonymsEn', ${from}.synonyms_en)`;

/** The words as they were: before what it decided, or as they are now. */
const before = `coalesce(
  (select ${words('b')} from term_version v join term_version b on b.vocabulary = v.vocabulary and b.code = v.code and b.version = v.version - 1
    where v.proposal_id = p.id and v.code = p.code),
  case when p.deed <> 'new' then (select ${words('t')} from term t where t.vocabulary = p.vocabulary and t.code = p.code) end)`;

const proposal = `json_build_object('id', p.id, 'vocabulary', p.vocabulary, 'deed', p.deed, 'code', p.code,
  'words', case when p.content ? 'sv' then p.content end, 'before', ${before}, 'after', p.content->>'after', 'into', p.content->>'into', 'motive', p.motive,
  'organization', (select ${party} from organization o where o.id = p.organization_id), 'proposedAt', ${moment('p.proposed_at')},
  'state', p.state, 'endedAt', ${moment('p.ended_at')}, 'listVersion', p.list_version,
  'yes', 1 + (select count(*) from term_answer a where a.proposal_id = p.id and a.yes),
  'needed', least(${enoughCounties}, greatest(1, vocabulary_voices())),
  'answers', coalesce((select json_agg(json_build_object('organization', ${party}, 'yes', a.yes, 'line', a.line, 'answeredAt', ${moment('a.answered_at')}) order by a.answered_at)
    from term_answer a join organization o on o.id = a.organization_id where a.proposal_id = p.id), '[]'::json),
  'version', p.version) as content, p.organization_id as "organizationId", p.state, p.deed`;

export const allProposals = `select ${proposal} from term_proposal p order by p.state <> 'open', coalesce(p.ended_at, p.proposed_at) desc, p.id limit 200`;
export const oneProposal = `select ${proposal} from term_proposal p where p.id = $1`;
