// Pages for those without an account, drawn here: read and answered without a script.
import type { ComponentChildren } from 'preact';
import { Field, type PageLanguage, Sheet, dayOf } from '@samverkan/public/api';
import { type DoorWord, doorWords } from './door-words';
import type { Told, ToldRegistration } from './registration-letters';

interface Choice {
  value: string;
  label: string;
}

/** What a link leads to. */
export interface Door extends Told {
  description: string;
  email: string | null;
  countyCodes: string[];
  /** Municipalities that seats are kept for. */
  keptFor: string[];
  professions: { value: string; sv: string; en: string }[];
  registerBy: string | null;
  opens: boolean;
}

export type GuestField = 'name' | 'email' | 'organization' | 'municipalityCode' | 'profession';

interface FormProps {
  language: PageLanguage;
  door: Door;
  municipalities: Choice[];
  professions: Choice[];
  /** What was typed, when something of it must be put right. */
  typed?: Partial<Record<GuestField, string>>;
  wrong?: readonly GuestField[];
}

/** A page that says one thing. */
export function NotePage({ language, heading, text }: { language: PageLanguage; heading: DoorWord; text: DoorWord }) {
  const words = doorWords(language);
  return (
    <Sheet heading={words(heading)}>
      <p class="ingress">{words(text)}</p>
    </Sheet>
  );
}

function Facts({ told, language }: { told: Told & { registerBy?: string | null }; language: PageLanguage }) {
  const words = doorWords(language);
  const facts: [DoorWord, string | null | undefined][] = [
    [
      'when',
      `${dayOf(told.day, language)}${told.lastDay ? ` – ${dayOf(told.lastDay, language)}` : ''}, ${told.from}–${told.to}`,
    ],
    ['where', told.place],
    ['hosts', told.hosts.join(', ')],
    ['by', told.registerBy && dayOf(told.registerBy, language)],
  ];
  return (
    <dl class="facts">
      {facts.map(([key, value]) =>
        value ? (
          <div key={key}>
            <dt>{words(key)}</dt>
            <dd lang="sv">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

export function FormPage({ language, door, municipalities, professions, typed = {}, wrong = [] }: FormProps) {
  const words = doorWords(language);
  const field = (name: GuestField, input: (about: object) => ComponentChildren) => (
    <Field name={name} label={words(labelOf[name])} fault={wrong.includes(name) ? words(`wrong.${name}`) : undefined}>
      {input}
    </Field>
  );
  const select = (name: GuestField, none: DoorWord, choices: readonly Choice[]) =>
    field(name, (about) => (
      <select {...about}>
        <option value="">{words(none)}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value} selected={typed[name] === value}>
            {label}
          </option>
        ))}
      </select>
    ));
  return (
    <Sheet heading={door.title}>
      {door.description ? (
        <p class="ingress" lang="sv">
          {door.description}
        </p>
      ) : null}
      <Facts told={door} language={language} />
      <h2>{words('invited')}</h2>
      {wrong.length > 0 ? (
        <p class="err" role="alert">
          {words('wrong')}
        </p>
      ) : null}
      <form class="form" method="post">
        {field('name', (about) => (
          <input type="text" {...about} autocomplete="name" required maxLength={120} value={typed.name ?? ''} />
        ))}
        {field('email', (about) => (
          <input
            {...about}
            type="email"
            autocomplete="email"
            required
            maxLength={200}
            value={typed.email ?? door.email ?? ''}
          />
        ))}
        {field('organization', (about) => (
          <input
            type="text"
            {...about}
            autocomplete="organization"
            required
            maxLength={160}
            value={typed.organization ?? ''}
          />
        ))}
        {select('municipalityCode', 'municipality.none', municipalities)}
        {select('profession', 'profession.none', professions)}
        <p class="small">
          {words('needs')} {door.hosts.join(', ')}.
        </p>
        <p class="small">{words('kept')}</p>
        <p>
          <button class="btn" type="submit">
            {words('send')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

const labelOf: Record<GuestField, DoorWord> = {
  name: 'name',
  email: 'email',
  organization: 'organization',
  municipalityCode: 'municipality',
  profession: 'profession',
};

/** A participant's own registration. `path` is the page's own address. */
export function OwnPage({ language, one, path }: { language: PageLanguage; one: ToldRegistration; path: string }) {
  const words = doorWords(language);
  const state = one.status === 'cancelled' ? 'cancelled' : one.state;
  return (
    <Sheet heading={words('own.title')}>
      <p class="ingress">{words(`own.${state}`)}</p>
      <h2 lang="sv">{one.title}</h2>
      <Facts told={one} language={language} />
      {one.link ? (
        <p>
          <a href={one.link} rel="noreferrer">
            {words('own.link')}
          </a>
        </p>
      ) : null}
      {one.attended ? (
        <p>
          <a href={`${path}/intyg`}>{words('own.certificate')}</a>
        </p>
      ) : null}
      {one.past || one.attended ? null : (
        <form method="post" action={`${path}/avboka`}>
          <p>{words('own.end.help')}</p>
          <p>
            <button class="btn" type="submit">
              {words('own.end')}
            </button>
          </p>
        </form>
      )}
    </Sheet>
  );
}

/** For whoever came, to print: her name, what it was, when, and who held it. */
export function CertificatePage({ language, one }: { language: PageLanguage; one: ToldRegistration }) {
  const words = doorWords(language);
  return (
    <Sheet heading={words('certificate.title')}>
      <p class="ingress">
        <strong>{one.name}</strong> {words('certificate.text')} <strong lang="sv">{one.title}</strong>
      </p>
      <Facts told={one} language={language} />
      <p class="small">{words('certificate.print')}</p>
    </Sheet>
  );
}
