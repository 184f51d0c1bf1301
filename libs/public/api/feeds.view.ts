// Atom (RFC 4287): the latest publications, and the trainings to come.
import type { OpenPublication } from '@samverkan/publications/api';
import type { OpenTraining } from '@samverkan/shared/api';
import { addresses } from './addresses';
import { dataAddresses } from './data-addresses';
import { document, element, said } from './xml';

interface Entry {
  id: string;
  title: string;
  summary: string;
  link: string;
  author: string;
  updated: string;
}

interface Feed {
  title: string;
  /** Its own address, which is its identity too. */
  self: string;
  /** The page that says the same. */
  page: string;
  entries: readonly Entry[];
}

/** A feed without entries has been the same since the pages began. */
const began = '2026-11-01T00:00:00.000Z';

const text = (name: string, value: string) => element(name, null, said(value));

const feed = ({ title, self, page, entries }: Feed): string =>
  document(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'sv' },
      text('id', self),
      text('title', title),
      text(
        'updated',
        entries
          .map(({ updated }) => updated)
          .sort()
          .at(-1) ?? began,
      ),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', href: page }),
      ...entries.map((one) =>
        element(
          'entry',
          null,
          text('id', one.id),
          text('title', one.title),
          text('updated', one.updated),
          element('author', null, text('name', one.author)),
          element('link', { rel: 'alternate', type: 'text/html', href: one.link }),
          text('summary', one.summary),
        ),
      ),
    ),
  );

export const publicationFeed = (items: readonly OpenPublication[], origin: string, lan?: string): string =>
  feed({
    title: 'Publikationer från länsstyrelserna',
    self: dataAddresses(origin).publicationFeed({ lan }),
    page: origin + addresses('sv').start,
    entries: items.map((one) => ({
      id: `urn:uuid:${one.id}`,
      title: one.title,
      summary: one.summary,
      link: origin + addresses('sv').publication(one.id),
      author: one.owners.map(({ name }) => name).join(', ') || one.organization.name,
      updated: one.changedAt,
    })),
  });

export const trainingFeed = (items: readonly OpenTraining[], origin: string, lan?: string): string =>
  feed({
    title: 'Utbildningar som är öppna för alla',
    self: dataAddresses(origin).trainingFeed({ lan }),
    page: origin + addresses('sv').calendar(),
    entries: items.map((one) => ({
      id: `urn:uuid:${one.id}`,
      title: one.title,
      summary: [one.sessions.map(({ day, place }) => [day, place].filter(Boolean).join(' ')).join(', '), one.about]
        .filter(Boolean)
        .join('. '),
      link: origin + addresses('sv').calendar(),
      author: one.hosts.join(', ') || 'Samverkan',
      updated: one.changedAt,
    })),
  });

export const sitemap = (pages: readonly { path: string; changedAt?: string }[], origin: string): string =>
  document(
    element(
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
      ...pages.flatMap(({ path, changedAt }) =>
        [path, `/en${path}`].map((one) =>
          element(
            'url',
            null,
            element('loc', null, origin + one),
            changedAt ? element('lastmod', null, changedAt.slice(0, 10)) : null,
          ),
        ),
      ),
    ),
  );

/**
 * Whom it concerns and what is worth finding: all that anybody may read, and nothing of the portal or its API. What one person was sent a link to is
 * not shut out: whoever is kept from reading it would not see that it asks to be left out.
 */
export const robots = (origin: string): string =>
  [
    'User-agent: *',
    'Allow: /offentligt',
    'Allow: /en/offentligt',
    'Allow: /oppna-data',
    'Allow: /kompetensstod',
    'Allow: /en/kompetensstod',
    'Allow: /anmalan/',
    'Allow: /en/anmalan/',
    'Allow: /sitemap.xml$',
    'Allow: /favicon.svg$',
    'Disallow: /',
    '',
    `Sitemap: ${dataAddresses(origin).sitemap}`,
    '',
  ].join('\n');
