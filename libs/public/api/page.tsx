// The frame of every public page: help above all else, a way out, and nothing that must be fetched before it can be read.
import type { ComponentChildren } from 'preact';
import { addresses, inOtherLanguage } from './addresses';
import { type aboveAll, dialled, lineOf } from './help-lines';
import { type PageLanguage, wordsIn } from './words';

/** Where the quick exit leads: the weather. */
export const exitTo = 'https://www.smhi.se/';
export const exitName = 'SMHI';

export interface PageProps {
  language: PageLanguage;
  /** Neutral words for the tab and the browser's history. */
  title: string;
  /** This page's own address, and where these pages are reached from outside. */
  path: string;
  origin: string;
  /** Which part of a long list it is, as its address ends: `?sida=2`. */
  part?: string | undefined;
  /** Search engines are to find it: it is there, and it is for anybody and not for one person. */
  found: boolean;
  /** The county that the page belongs to, as it stands in an address; the foot leads to that county's texts. */
  county?: string | undefined;
  style: string;
  script: string;
  children: ComponentChildren;
}

export function Page({ language, title, path, origin, part = '', found, county, style, script, children }: PageProps) {
  const words = wordsIn(language);
  const to = addresses(language);
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${words('site')}`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <meta name="description" content={words('description')} />
        {found ? (
          <>
            <link rel="canonical" href={origin + path + part} />
            <Languages here={path + part} origin={origin} language={language} />
          </>
        ) : (
          <meta name="robots" content="noindex" />
        )}
        <link
          rel="alternate"
          type="application/atom+xml"
          title={words('data.feed.publications')}
          href="/oppna-data/publikationer.atom"
        />
        <style dangerouslySetInnerHTML={{ __html: style }} />
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </head>
      <body class="pub">
        <a class="skip" href="#innehall">
          {words('skip')}
        </a>
        <HelpBar language={language} />
        <header class="pub-top">
          <div class="in-w">
            <a class="brand" href={to.start}>
              <Mark />
              <span>{words('site')}</span>
            </a>
            <nav aria-label={words('nav.label')}>
              <ul>
                <Way to={to.start} here={path} words={words('nav.counties')} />
                {county && (
                  <>
                    <Way to={to.county(county)} here={path} words={words('nav.county')} />
                    <Way to={to.publications(county)} here={path} words={words('nav.publications')} />
                  </>
                )}
                <Way to={to.calendar(county)} here={path} words={words('nav.calendar')} />
                <li>
                  <a href="/">{words('nav.sign-in')}</a>
                </li>
                <li>
                  <a href={inOtherLanguage(path)} lang={other} hreflang={other}>
                    {words('other-language')}
                  </a>
                </li>
              </ul>
            </nav>
          </div>
        </header>
        <main id="innehall" tabIndex={-1}>
          {children}
        </main>
        <footer class="pub-foot">
          <div class="in-w">
            <span>{words('foot.no-cookies')}</span>
            <a href={to.text('about', county)}>{words('text.about')}</a>
            <a href={to.text('accessibility', county)}>{words('text.accessibility')}</a>
            <a href={to.text('privacy', county)}>{words('text.privacy')}</a>
            <a href={to.data}>{words('data.heading')}</a>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** The same page in each language, itself among them; whoever asks for neither is led to the Swedish one. */
function Languages({ here, origin, language }: { here: string; origin: string; language: PageLanguage }) {
  const there = inOtherLanguage(here);
  const [sv, en] = language === 'sv' ? [here, there] : [there, here];
  return (
    <>
      <link rel="alternate" hreflang="sv" href={origin + sv} />
      <link rel="alternate" hreflang="en" href={origin + en} />
      <link rel="alternate" hreflang="x-default" href={origin + sv} />
    </>
  );
}

function Way({ to, here, words }: { to: string; here: string; words: string }) {
  return (
    <li>
      <a href={to} aria-current={here === to ? 'page' : undefined}>
        {words}
      </a>
    </li>
  );
}

function Line({ id }: { id: (typeof aboveAll)[number] }) {
  const { phone } = lineOf(id);
  return <a href={dialled(phone)}>{phone}</a>;
}

function HelpBar({ language }: { language: PageLanguage }) {
  const words = wordsIn(language);
  return (
    <section class="helpbar" aria-label={words('help.label')}>
      <div class="in-w">
        <span>
          {words('help.acute')} <Line id="112" />
        </span>
        <span>
          {words('help.line')} <Line id="kvinnofridslinjen" />
          <span class="opt">{words('help.line.when')}</span>
        </span>
        <span>
          {words('help.stop')} <Line id="valj-att-sluta" />
        </span>
        <div class="exit">
          <span class="exit-how">{words('help.exit.how')}</span>
          <a class="btn" id="exit" href={exitTo} rel="noreferrer">
            {words('help.exit')}
          </a>
        </div>
      </div>
    </section>
  );
}

const Mark = () => (
  <svg viewBox="0 0 34 26" aria-hidden="true" fill="none" stroke-width="2">
    <path class="thread" d="M1 4C11 4 12 13 20 13M1 13h19M1 22c10 0 11-9 19-9" />
    <path class="warm" d="M20 13h13" />
    <circle class="knot" cx="21" cy="13" r="4.2" />
  </svg>
);
