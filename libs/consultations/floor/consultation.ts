import { type Cell, type Planted, type Subject, type World, grid } from '@samverkan/shared/floor';

const relations = ['own', 'same_county', 'other_county', 'participant', 'none'] as const;

/** A round is whoever's who keeps the draft, and theirs who are asked: here the participants. */
const sees = grid(`
    partner         -   -           -            0           -
    municipal       0   -           -            0           -
    regional        0   -           -            0           -
    county_staff    0   -           -            0           -
    county_admin    0   -           -            0           -
`);

/** Who asks: those who keep the draft. */
export const asks = grid(`
    municipal       0   -           -            -           -
    regional        0   -           -            -           -
    county_staff    0   -           -            -           -
    county_admin    0   -           -            -           -
`);

/** Who answers: the people of an organisation that is asked. */
export const answers = grid(`
    partner         -   -           -            0           -
    municipal       -   -           -            0           -
    regional        -   -           -            0           -
    county_staff    -   -           -            0           -
    county_admin    -   -           -            0           -
`);

interface Made extends Record<string, unknown> {
  id: string;
  invitation: string;
  goal: string;
  comment: string;
}

// A local plan in consultation with a goal; one party asked, which is writing something else than it has sent, and was answered.
const made = `
  with draft as (insert into strategy (kind, title, short_title, status, verification, owner_organization_id, county_codes)
      select 'local_plan', 'Golvplan i remiss', 'Golvremiss', 'in_consultation', 'verified', $1, '{}' returning id),
    aim as (insert into goal (strategy_id, number, title, sort) select id, '1', 'Golvmål', 1 from draft returning id),
    round as (insert into consultation (strategy_id, organization_id, title, last_day, opened_by)
      select id, $1, 'Golvremiss', today() + 10, $3 from draft returning id),
    asked as (insert into consultation_invitation (consultation_id, organization_id, begun_at, sent_at)
      select id, $2, now(), now() from round returning id),
    writing as (insert into consultation_draft (invitation_id, goal_id, text, goal_number, goal_title, goal_version)
      select asked.id, aim.id, $4 || 'utkast', '1', 'Golvmål', 1 from asked, aim),
    said as (insert into consultation_comment (invitation_id, goal_id, text, goal_number, goal_title, goal_version)
      select asked.id, aim.id, $4, '1', 'Golvmål', 1 from asked, aim returning id),
    answered as (insert into consultation_response (comment_id, outcome, reason, comment_version) select id, 'partly', 'Golvsvar', 1 from said)
  select round.id, asked.id as invitation, aim.id as goal, said.id as comment from round, asked, aim, said`;

const plant =
  (told: (row: Made) => Omit<Planted, 'words'>) =>
  (world: World, cells: readonly Cell[]): Promise<Planted[]> =>
    Promise.all(
      cells.map(async ({ principal, relation }) => {
        const { sameCounty, otherCounty, none } = world.strangers;
        const mine = world.organizationOf(principal);
        const others = { same_county: sameCounty, other_county: otherCounty, participant: otherCounty, none };
        const owner = relation === 'own' ? mine : others[relation];
        const party = relation === 'participant' ? mine : sameCounty === owner ? none : sameCounty;
        const words = `Golvsynpunkt${principal.replace('_', '')}`;
        const [row] = await world.sql<Made>(made, [owner, party, world.userOf(principal), words]);
        if (!row) throw new Error('Nothing was planted.');
        return { ...told(row), words };
      }),
    );

const subject = (name: string, grids: Subject['sees'], told: (row: Made) => Omit<Planted, 'words'>): Subject => ({
  name,
  levels: ['open'],
  relations,
  sees: grids,
  plant: plant(told),
});

export const consultation = subject('consultation', sees, ({ id, goal, comment }) => ({
  id,
  params: { field: goal, commentId: comment, organizationId: '01900000-0000-7000-8000-000000000000' },
}));
export const invitation = subject('invitation to a consultation', sees, ({ invitation: id }) => ({ id }));
/** What is being written stays with whoever writes it. */
export const writing = subject('answer being written', answers, ({ invitation: id }) => ({ id }));
export const comment = subject('comment in a consultation', sees, ({ comment: id }) => ({ id }));

/** A round in which the writer of the floor's tests is asked about a plan without goals, kept by her county board. */
export const round = `
  with board as (select id from organization where key = 'county_board:22'),
    draft as (insert into strategy (kind, title, short_title, status, verification, owner_organization_id, county_codes)
      select 'local_plan', 'Plan att tycka om', 'Tyckplan', 'in_consultation', 'verified', id, '{22}' from board returning id),
    round as (insert into consultation (strategy_id, organization_id, title, last_day, opened_by)
      select draft.id, board.id, 'Tyckplan', today() + 10, (select id from app_user limit 1) from draft, board returning id),
    asked as (insert into consultation_invitation (consultation_id, organization_id)
      select round.id, o.id from round, organization o where o.key = 'municipality:2283' returning consultation_id)
  select consultation_id as id from asked`;
