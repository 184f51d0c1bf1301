import { type Cell, type Planted, type Subject, type World, grid } from '@samverkan/shared/floor';

interface Made extends Record<string, unknown> {
  question: string;
  bundle: string;
  faq: string;
}

let planted = 0;

/** A question asked by the owner, joined by the principal where it takes part; in a bundle of its county's board, sent, and answered; and as a question with its answer. */
const plant =
  (told: (row: Made) => string) =>
  (world: World, cells: readonly Cell[]): Promise<Planted[]> => {
    const turn = (planted += 1);
    return Promise.all(
      cells.map(async ({ principal, relation, level }) => {
        const words = `Golvfraga${turn}${principal.replace('_', '')}`;
        const own = world.organizationOf(principal);
        const { sameCounty, otherCounty, none } = world.strangers;
        const others = { own, same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none };
        const [row] = await world.sql<Made>(made, [
          words,
          level,
          others[relation],
          relation === 'participant' ? [own] : [],
          none,
        ]);
        if (!row) throw new Error('Nothing was planted.');
        return { id: told(row), words };
      }),
    );
  };

const made = `
  with places as (select coalesce((select array_agg(county_code) from organization_county where organization_id = $3), '{}') as codes),
  asked as (insert into question (organization_id, county_codes, title, text, subject, visibility, joined_ids)
    select $3::uuid, codes, $1, 'Planterad', 'other', least($2 + 1, 2), $4::uuid[] from places returning id),
  joined as (insert into question_join (question_id, organization_id) select id, u from asked, unnest($4::uuid[]) u),
  bundled as (insert into question_bundle (board_id, county_codes, title, wording, status, recipient_ids)
    select $3::uuid, codes, $1, 'Planterad', case when $2 = 0 then 'draft' else 'sent' end, case when $2 = 0 then '{}' else $4::uuid[] || $5::uuid end from places returning id),
  sent as (insert into question_address (bundle_id, recipient_id, sent_on) select id, coalesce(($4::uuid[])[1], $5), today() from bundled where $2 > 0),
  known as (insert into faq (organization_id, county_codes, title, answer, subject, status, visibility, checked_on)
    select $3::uuid, codes, $1, 'Planterat svar', 'other', case when $2 = 0 then 'draft' else 'published' end, greatest($2 + 1, 2), today() from places returning id)
  select asked.id as question, bundled.id as bundle, known.id as faq from asked, bundled, known`;

/** Written from the table of the domain, not from the policy. */
export const question: Subject = {
  name: 'question',
  levels: ['participants', 'county'],
  //                own same_county other_county participant none
  sees: grid(`
    partner         0   -           -            0           -
    municipal       0   1           -            0           -
    regional        0   1           -            0           -
    county_staff    0   0           -            0           -
    county_admin    0   0           -            0           -
    national_reader 0   -           -            0           -
  `),
  plant: plant(({ question: id }) => id),
};

/** Who may do what those who ask do. */
export const asks = grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   0           -            -           -
    county_admin    0   0           -            -           -
`);

/** Who handles what the county asks. */
export const handles = grid(`
    county_staff    0   0           -            -           -
    county_admin    0   0           -            -           -
`);

/** Who may say who sees it: who asked. */
export const shows = grid(`
    partner         0   -           -            -           -
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);

/** Who may say whether an answer answers it: who asked, and who has joined. Of these none has been answered. */
export const judges = grid(`
    partner         0   -           -            0           -
    municipal       0   -           -            0           -
    regional        0   -           -            0           -
    county_staff    0   -           -            0           -
    county_admin    0   -           -            0           -
`);

/** Who may join: whoever sees it and asks. */
export const joins = grid(`
    partner         0   -           -            0           -
    municipal       0   1           -            0           -
    regional        0   1           -            0           -
    county_staff    0   0           -            0           -
    county_admin    0   0           -            0           -
`);

/** A draft is its board's own; sent, it is whom it is sent to and other boards of the county that see it. */
export const bundle: Subject = {
  name: 'bundle',
  levels: ['draft', 'sent'],
  sees: grid(`
    partner         -   -           -            1           -
    municipal       -   -           -            1           -
    regional        -   -           -            1           -
    county_staff    0   1           -            1           -
    county_admin    0   1           -            1           -
    national_reader -   -           -            1           -
  `),
  plant: plant(({ bundle: id }) => id),
};

export const keepsBundle = grid(`
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);

/** Who may note an answer: the board, and the one it is sent to. */
export const answers = grid(`
    partner         -   -           -            1           -
    municipal       -   -           -            1           -
    regional        -   -           -            1           -
    county_staff    0   -           -            1           -
    county_admin    0   -           -            1           -
    national_reader -   -           -            1           -
`);

/** A draft is its board's; published, it is for the county or for all who have an account. */
export const faq: Subject = {
  name: 'question with its answer',
  levels: ['draft', 'county', 'members'],
  sees: grid(`
    partner         0   2           2            2           2
    municipal       0   1           2            2           2
    regional        0   1           2            2           2
    county_staff    0   1           2            2           2
    county_admin    0   1           2            2           2
    national_reader 0   2           2            2           2
  `),
  plant: plant(({ faq: id }) => id),
};

export const keepsFaq = grid(`
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);
