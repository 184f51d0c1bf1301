import type { EvidenceState, Method, MethodStatus } from '@samverkan/methods/contract';
import type { SheetColumn } from '@samverkan/shared/api';
import type { Visibility } from '@samverkan/shared/contract';
import { type Vocabularies, type VocabularyName, wordOf } from '@samverkan/vocabularies/contract';

type Language = 'sv' | 'en';
type Words = Record<Language, string>;

const evidenceWords: Record<EvidenceState, Words> = {
  not_assessed: { sv: 'Inte bedömd här', en: 'Not assessed here' },
  insufficient: { sv: 'Underlaget räcker inte för en slutsats', en: 'Not enough to conclude' },
  experience: { sv: 'Beprövad erfarenhet, inte prövad i studier', en: 'Proven experience, not tried in studies' },
  some_support: { sv: 'Visst stöd i studier', en: 'Some support in studies' },
  support: { sv: 'Gott stöd i studier', en: 'Good support in studies' },
  no_effect: { sv: 'Studier visar ingen effekt, eller skada', en: 'Studies show no effect, or harm' },
};
const statusWords: Record<MethodStatus, Words> = {
  draft: { sv: 'Utkast', en: 'Draft' },
  published: { sv: 'Publicerad', en: 'Published' },
  retired: { sv: 'Används inte längre', en: 'No longer used' },
};
const visibilityWords: Record<Visibility, Words> = {
  own: { sv: 'Bara länsstyrelsen', en: 'The county board only' },
  participants: { sv: 'Bara länsstyrelsen', en: 'The county board only' },
  county: { sv: 'Länet', en: 'The county' },
  members: { sv: 'Alla parter', en: 'All parties' },
  public: { sv: 'Alla parter', en: 'All parties' },
};
const answer = (is: boolean): Words => (is ? { sv: 'Ja', en: 'Yes' } : { sv: 'Nej', en: 'No' });
const listColumns = [
  [{ sv: 'Målgrupper', en: 'Target groups' }, 'targetGroup', 'targetGroups'],
  [{ sv: 'Våldsformer', en: 'Forms of violence' }, 'form', 'forms'],
  [{ sv: 'Faser', en: 'Phases' }, 'phase', 'phases'],
  [{ sv: 'Yrkesgrupper', en: 'Professions' }, 'profession', 'professions'],
] as const;

/** What of the register goes out in a file; `lists` give the words of the terms. */
export function methodSheetColumns(lang: Language, lists: Vocabularies): SheetColumn<Method>[] {
  const words = (name: VocabularyName, codes: readonly string[]) =>
    codes.map((code) => wordOf(lists, name, code, lang)).join(', ');
  const columns: [heading: Words, width: number, of: (row: Method) => string | number | null][] = [
    [{ sv: 'Metod', en: 'Method' }, 40, (row) => row.name],
    [{ sv: 'Till för', en: 'Purpose' }, 60, (row) => row.purpose],
    [{ sv: 'Inte till för', en: 'Not for' }, 60, (row) => row.notFor],
    ...listColumns.map(
      ([heading, name, field]) =>
        [heading, 30, (row: Method) => words(name, row[field])] as [Words, number, (row: Method) => string],
    ),
    [{ sv: 'Kunskapsläge', en: 'Evidence' }, 30, (row) => evidenceWords[row.evidenceState][lang]],
    [{ sv: 'Enligt', en: 'According to' }, 30, (row) => row.evidenceSource],
    [{ sv: 'Källans datum', en: 'Date of the source' }, 14, (row) => row.evidenceOn],
    [{ sv: 'Källans adress', en: 'Address of the source' }, 40, (row) => row.evidenceLink],
    [{ sv: 'Utbildning krävs', en: 'Training required' }, 16, (row) => answer(row.trainingRequired)[lang]],
    [{ sv: 'Utbildning', en: 'Training' }, 40, (row) => row.training],
    [{ sv: 'Gäller i månader', en: 'Valid for months' }, 16, (row) => row.validMonths],
    [{ sv: 'Används av', en: 'Used by' }, 12, (row) => row.useCount],
    [{ sv: 'Status', en: 'Status' }, 20, (row) => statusWords[row.status][lang]],
    [{ sv: 'Slutar användas', en: 'Retires' }, 14, (row) => row.retiresOn],
    [{ sv: 'Ersätts av', en: 'Replaced by' }, 30, (row) => row.replacedBy?.name ?? null],
    [{ sv: 'Ansvarig länsstyrelse', en: 'Kept by' }, 30, (row) => row.organization.name],
    [{ sv: 'Synlig för', en: 'Visible to' }, 16, (row) => visibilityWords[row.visibility][lang]],
    [{ sv: 'Ses över', en: 'To be reviewed' }, 12, (row) => row.reviewOn],
  ];
  return columns.map(([heading, width, of]) => ({ heading: heading[lang], width, of }));
}
