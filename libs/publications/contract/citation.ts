import type { Publication } from './publication';

type Cited = Pick<Publication, 'title' | 'year' | 'series' | 'number' | 'isbn' | 'issn' | 'authors'> & {
  owners: readonly { name: string }[];
};

/** A reference as it stands in a Swedish list of sources: who, year, title, series and number, ISBN or ISSN. */
export function citationOf({ title, year, series, number, isbn, issn, authors, owners }: Cited): string {
  const who = authors || owners.map(({ name }) => name).join(', ');
  const numbered = [series, number].filter(Boolean).join(' ');
  const parts = [
    `${who} (${year ?? 'u.å.'})`,
    title,
    numbered,
    isbn ? `ISBN ${isbn}` : '',
    !isbn && issn ? `ISSN ${issn}` : '',
  ];
  return parts
    .filter(Boolean)
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
