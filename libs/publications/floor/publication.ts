import { type Subject, type World, grid } from '@samverkan/shared/floor';

/** A publication: a draft, and published at each visibility. The participant is a board that owns it together with another. Written from the table of the domain, not from the policy. */
const levels = ['draft', 'own', 'county', 'members', 'public'] as const;

//                own same_county other_county participant none
const sees = grid(`
    partner         0   3           3            0           3
    municipal       0   2           3            0           3
    regional        0   2           3            0           3
    county_staff    0   2           3            0           3
    county_admin    0   2           3            0           3
    national_reader 0   3           3            0           3
    system_admin    4   4           4            4           4
`);

/** Who may change it: the boards that own it. */
export const edits = grid(`
    county_staff    0   -           -            0           -
    county_admin    0   -           -            0           -
`);

async function plant(world: World, principal: Parameters<World['organizationOf']>[0], relation: string, level: number) {
  const { sameCounty, otherCounty, none } = world.strangers;
  const own = world.organizationOf(principal);
  const others: Record<string, string> = {
    same_county: sameCounty,
    other_county: otherCounty,
    participant: otherCounty,
  };
  const owner = relation === 'own' ? own : (others[relation] ?? none);
  const words = `Golvskrift${principal.replace('_', '')}`;
  const [row] = await world.sql<{ id: string; file: string }>(made, [
    words,
    level === 0 ? 'draft' : 'published',
    [4, 0, 2, 3, 4][level],
    owner,
    relation === 'participant' ? [own] : [],
  ]);
  if (!row) throw new Error('Nothing was planted.');
  return { row, words };
}

export const publication: Subject = {
  name: 'publication',
  levels,
  sees,
  plant: (world, cells) =>
    Promise.all(
      cells.map(async ({ principal, relation, level }) => {
        const { row, words } = await plant(world, principal, relation, level);
        return { id: row.id, words };
      }),
    ),
};

/** A file of such a publication. */
export const publicationFile: Subject = {
  name: 'publication file',
  levels,
  sees,
  plant: (world, cells) =>
    Promise.all(
      cells.map(async ({ principal, relation, level }) => {
        const { row, words } = await plant(world, principal, relation, level);
        return { id: row.file, words };
      }),
    ),
};

// With a file of one page, and a link.
const made = `
  with made as (
    insert into publication (organization_id, numbered_by, owner_ids, title, type, summary, status, visibility, county_codes)
    select $4, $4, $5::uuid[] || $4::uuid, $1, 'report', 'Planterad', $2, $3,
      coalesce((select array_agg(county_code) from organization_county where organization_id = $4), '{}') returning id),
  linked as (insert into publication_link (publication_id, title, address, sort) select id, 'Fulltext', 'https://example.org/', 1 from made),
  filed as (insert into publication_file (publication_id, title, organization_id) select id, $1 || '.pdf', $4 from made returning id),
  kept as (insert into stored_file (id, type, size, pages, sha256) select id, 'pdf', 3, 1, repeat('0', 64) from filed),
  bytes as (insert into stored_file_chunk (file_id, at, bytes) select id, 0, '\\x010203' from filed),
  pages as (insert into stored_file_page (file_id, page, words) select id, 1, 'Sidans text om ' || $1 from filed)
  select made.id, filed.id as file from made, filed`;
