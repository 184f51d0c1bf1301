import { type OpenPublication, typeWords } from '@samverkan/publications/api';
import { citationOf } from '@samverkan/publications/contract';
import { addresses } from './addresses';
import { Section } from './pieces';
import { type PageLanguage, wordsIn } from './words';

export interface PublicationProps {
  language: PageLanguage;
  publication: OpenPublication;
}

/** One publication: whether it has been replaced, what it is about, its text elsewhere and its files, and how to ask for another format. */
export function PublicationPage({ language, publication }: PublicationProps) {
  const words = wordsIn(language);
  const summary = language === 'en' && publication.summaryEn ? publication.summaryEn : publication.summary;
  const inSwedish = language === 'en' && !publication.summaryEn;
  return (
    <>
      <div class="in-w hero">
        <div>
          <Banner publication={publication} language={language} />
          <h1 lang={language === 'en' ? 'sv' : undefined}>{publication.title}</h1>
          {summary && (
            <p class="ingress" lang={inSwedish ? 'sv' : undefined}>
              {summary}
            </p>
          )}
        </div>
      </div>
      <Section id="las" heading={words('publication.read')}>
        {publication.links.length + publication.files.filter(({ file }) => file).length === 0 && (
          <p>{words('publication.read.none')}</p>
        )}
        <ul class="plain texts">
          {publication.links.map((link) => (
            <li key={link.id}>
              <a href={link.address} target="_blank" rel="noopener noreferrer">
                {`${link.title} (${words('strategy.sources.new-window')})`}
              </a>
            </li>
          ))}
          {publication.files.map(
            (one) =>
              one.file && (
                <li key={one.id}>
                  <a href={addresses(language).file(one.id)} download={one.title}>
                    {one.title}
                  </a>
                  <span class="b">
                    {[
                      one.file.type.toUpperCase(),
                      sizeOf(one.file.size, language),
                      one.file.type === 'pdf' && one.file.pages ? pagesOf(one.file.pages, language) : '',
                      words(`language.${one.language}`),
                      words(`access.${one.accessibility}`),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ),
          )}
        </ul>
        <h3>{words('publication.format')}</h3>
        <p>
          {words('publication.format.text')}{' '}
          {publication.mailbox ? (
            <a href={`mailto:${publication.mailbox}`}>{publication.mailbox}</a>
          ) : (
            words('publication.format.board', { board: publication.organization.name })
          )}
        </p>
      </Section>
      <Section id="om" heading={words('publication.facts')}>
        <Facts publication={publication} language={language} />
      </Section>
      <Section id="hanvisa" heading={words('publication.cite')}>
        <p lang={language === 'en' ? 'sv' : undefined}>{citationOf(publication)}</p>
      </Section>
    </>
  );
}

const pagesOf = (count: number, language: PublicationProps['language']) =>
  count === 1 ? wordsIn(language)('publication.file.page') : wordsIn(language)('publication.file.pages', { count });

/** Says first of all that it no longer stands, and what does instead. */
function Banner({ publication, language }: PublicationProps) {
  const words = wordsIn(language);
  if (publication.supersededBy.length === 0 && !publication.withdrawnMotive) return null;
  return (
    <div class="note">
      {publication.supersededBy.length > 0 && (
        <p>
          {words('publication.superseded')} <Refs refs={publication.supersededBy} language={language} />.
        </p>
      )}
      {publication.withdrawnMotive && (
        <p>
          {words('publication.withdrawn')} <span lang="sv">{publication.withdrawnMotive}</span>
        </p>
      )}
    </div>
  );
}

const Refs = ({ refs, language }: { refs: OpenPublication['supersedes']; language: PageLanguage }) => (
  <>
    {refs.map((one, at) => (
      <span key={one.id}>
        {at > 0 && ', '}
        <a href={addresses(language).publication(one.id)} lang={language === 'en' ? 'sv' : undefined}>
          {one.title}
        </a>
      </span>
    ))}
  </>
);

function Facts({ publication, language }: PublicationProps) {
  const words = wordsIn(language);
  const facts: [label: string, value: string | number | null][] = [
    [words('publication.type'), typeWords[publication.type][language]],
    [words('publication.year'), publication.year],
    [words('publication.number'), [publication.series, publication.number].filter(Boolean).join(' ')],
    [words('publication.owner'), publication.owners.map(({ name }) => name).join(', ')],
    [words('publication.authors'), publication.authors],
    [words('publication.pages'), publication.pages],
    [words('strategy.dnr'), publication.dnr],
    ['ISBN', publication.isbn],
    ['ISSN', publication.issn],
  ];
  return (
    <dl class="facts">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      {publication.strategy && (
        <div>
          <dt>{words('publication.strategy')}</dt>
          <dd>
            <a href={addresses(language).strategy(publication.strategy.id)} lang={language === 'en' ? 'sv' : undefined}>
              {publication.strategy.title}
            </a>
          </dd>
        </div>
      )}
      {publication.supersedes.length > 0 && (
        <div>
          <dt>{words('publication.supersedes')}</dt>
          <dd>
            <Refs refs={publication.supersedes} language={language} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Bytes as people say them. */
const sizeOf = (bytes: number, language: PageLanguage): string =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'sv-SE', {
    style: 'unit',
    unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: bytes < 1_000_000 ? 0 : 1,
  }).format(Math.max(bytes < 1_000_000 ? 1 : 0, bytes < 1_000_000 ? bytes / 1000 : bytes / 1_000_000));
