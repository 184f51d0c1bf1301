import type { Wait } from '@samverkan/shared/api';

const kept = `from publication p where $1 = any (p.owner_ids) and p.removed_at is null and ctx_role() in ('county_staff', 'county_admin')`;
const ours = `${kept} and p.status = 'published'`;

/** Publications of the acting board that should have been looked over. */
export const reviewsWait: Wait = {
  kind: 'publications.review',
  count: `select count(*)::int ${ours} and p.review_on < today()`,
  path: '/publikationer?mine=true&stale=true',
  words: (n) =>
    n === 1
      ? { sv: 'En publikation skulle ha setts över.', en: 'One publication should have been reviewed.' }
      : { sv: `${n} publikationer skulle ha setts över.`, en: `${n} publications should have been reviewed.` },
};

/** Those with a link that has not answered for more than a night. */
export const deadLinksWait: Wait = {
  kind: 'publications.links',
  count: `select count(*)::int ${ours} and exists (select from publication_link l where l.publication_id = p.id and l.failing_since < today())`,
  path: '/publikationer?mine=true&dead=true',
  words: (n) =>
    n === 1
      ? { sv: 'En publikation har en länk som inte svarar.', en: 'One publication has a link that does not answer.' }
      : {
          sv: `${n} publikationer har länkar som inte svarar.`,
          en: `${n} publications have links that do not answer.`,
        },
};

/** Another board has named this one an owner. */
export const namedWait: Wait = {
  kind: 'publications.named',
  count: `select count(*)::int ${kept} and exists (select from publication_owning w where w.publication_id = p.id and w.organization_id = $1 and w.seen_at is null and w.left_at is null)`,
  path: '/publikationer?mine=true&named=true',
  words: (n) =>
    n === 1
      ? {
          sv: 'Ni står som ägare till en publikation. Stämmer det?',
          en: 'You stand as owner of a publication. Is that right?',
        }
      : {
          sv: `Ni står som ägare till ${n} publikationer. Stämmer det?`,
          en: `You stand as owner of ${n} publications. Is that right?`,
        },
};

/** Somebody needs one in a format that she can read. */
export const formatsWait: Wait = {
  kind: 'publications.formats',
  count: `select count(*)::int ${kept} and p.status <> 'draft' and exists (select from publication_request r where r.publication_id = p.id and r.answered_at is null)`,
  path: '/publikationer?mine=true&asked=true',
  words: (n) =>
    n === 1
      ? {
          sv: 'Någon behöver en publikation i ett annat format.',
          en: 'Somebody needs a publication in another format.',
        }
      : {
          sv: `${n} publikationer behövs i andra format.`,
          en: `${n} publications are needed in other formats.`,
        },
};
