// What a county writes itself on its page, and whom to turn to.
import type { OpenContact } from '@samverkan/contacts/api';
import { addresses } from './addresses';
import { dialled, helpLines } from './help-lines';
import type { PageText } from './page-texts.service';
import { Section } from './pieces';
import { Prose } from './prose';
import { type PageLanguage, wordsIn } from './words';

interface OwnTextProps {
  id: string;
  heading: string;
  text: PageText;
  language: PageLanguage;
}

export function OwnText({ id, heading, text, language }: OwnTextProps) {
  return (
    <Section id={id} heading={heading}>
      <div class="prose" lang={text.language === language ? undefined : text.language}>
        <Prose text={text.words} language={text.language} under={2} />
      </div>
    </Section>
  );
}

/** What a page begins with, in the county's own words or everybody's. */
export function Ingress({ text, language }: Pick<OwnTextProps, 'text' | 'language'>) {
  return (
    <div class="ingress" lang={text.language === language ? undefined : text.language}>
      <Prose text={text.words} language={text.language} under={1} />
    </div>
  );
}

/** Functions of the county board that everybody may write to; never who holds them. */
export function Functions({ contacts, language }: { contacts: readonly OpenContact[]; language: PageLanguage }) {
  const words = wordsIn(language);
  const swedish = language === 'en' ? 'sv' : undefined;
  return (
    <Section id="kontakt" heading={words('county.contacts')}>
      {contacts.length === 0 && <p>{words('county.contacts.none')}</p>}
      <ul class="bib">
        {contacts.map((one) => (
          <li key={one.id}>
            <h3 lang={swedish}>{one.title}</h3>
            <p class="b" lang={swedish}>
              {one.organization}
            </p>
            {one.mailbox && (
              <p>
                <a href={`mailto:${one.mailbox}`}>{one.mailbox}</a>
              </p>
            )}
            {one.phone && (
              <p>
                <a href={dialled(one.phone)}>{one.phone}</a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** How to ask for support, with the national lines. */
export function Support({ text, language, county }: { text: PageText; language: PageLanguage; county: string }) {
  const words = wordsIn(language);
  return (
    <Section id="stod" heading={words('county.support')}>
      <p>
        {words('county.inquiry')} <a href={addresses(language).inquiry(county)}>{words('county.inquiry.way')}</a>
      </p>
      <div class="prose" lang={text.language === language ? undefined : text.language}>
        <Prose text={text.words} language={text.language} under={2} />
      </div>
      <h3 class="apart">{words('county.lines')}</h3>
      <ul class="plain lines">
        {helpLines.map((line) => (
          <li key={line.id}>
            <a href={dialled(line.phone)}>{line.phone}</a> {line.name[language]}
            <span class="b">{line.forWhom[language]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
