// The pages by which support is asked for without an account: drawn here, and answered without a script or a cookie.
import type { County } from '@samverkan/geography/contract';
import { type PageLanguage, addresses } from '@samverkan/public/api';
import { formWords, urgencyWords } from '@samverkan/support/contract';
import type { ComponentChildren } from 'preact';
import { type InquiryWord, inquiryWords } from './inquiry-words';

export const inquiryFields = ['party', 'workplace', 'title', 'text', 'form', 'urgency', 'replyTo'] as const;
export type InquiryField = (typeof inquiryFields)[number];
export type TypedInquiry = Record<InquiryField, string>;
/** A field that must be put right: it is empty or wrong, or it holds what no text here may hold. */
export type InquiryFault = [field: InquiryField, fault: 'wrong' | 'sensitive'];

interface Place {
  language: PageLanguage;
  /** The county, as in an address. */
  slug: string;
}

function Sheet({ heading, children }: { heading: string; children?: ComponentChildren }) {
  return (
    <div class="in-w hero">
      <div>
        <h1>{heading}</h1>
        {children}
      </div>
    </div>
  );
}

function Back({ language, slug }: Place) {
  return (
    <p>
      <a href={addresses(language).county(slug)}>{inquiryWords(language)('back')}</a>
    </p>
  );
}

/** A page that says one thing. */
export function InquiryNote({
  language,
  slug,
  what,
}: Partial<Place> & { language: PageLanguage; what: 'sent' | 'done' | 'closed' | 'missing' | 'many' }) {
  const words = inquiryWords(language);
  return (
    <Sheet heading={words(`${what}.title`)}>
      <p class="ingress">{words(`${what}.text`)}</p>
      {slug ? <Back language={language} slug={slug} /> : null}
    </Sheet>
  );
}

/** What the letter's link leads to. It has not been sent until the button is pressed: letters are opened by machines too. */
export function InquiryConfirmation({ language, slug, need, path }: Place & { need: string; path: string }) {
  const words = inquiryWords(language);
  return (
    <Sheet heading={words('confirm.title')}>
      <p>{words('confirm.text')}</p>
      <p class="ingress" lang="sv">
        {need}
      </p>
      <form method="post" action={path}>
        <p>
          <button class="btn" type="submit">
            {words('confirm.send')}
          </button>
        </p>
      </form>
      <Back language={language} slug={slug} />
    </Sheet>
  );
}

interface FormProps extends Place {
  county: County;
  typed: Partial<TypedInquiry>;
  faults: readonly InquiryFault[];
}

const labels: Record<InquiryField, InquiryWord> = {
  party: 'party',
  workplace: 'workplace',
  title: 'need',
  text: 'text',
  form: 'form',
  urgency: 'urgency',
  replyTo: 'replyTo',
};

export function InquiryForm({ language, slug, county, typed, faults }: FormProps) {
  const words = inquiryWords(language);
  const faultOf = (name: InquiryField) => faults.find(([wrong]) => wrong === name)?.[1];
  const field = (name: InquiryField, input: (told: object) => ComponentChildren, help?: InquiryWord) => {
    const fault = faultOf(name);
    const about = [fault && `${name}-error`, help && `${name}-help`].filter(Boolean).join(' ');
    return (
      <p class="field">
        <label for={name}>{words(labels[name])}</label>
        {help ? (
          <span class="small" id={`${name}-help`}>
            {words(help)}
          </span>
        ) : null}
        {fault ? (
          <span class="err" id={`${name}-error`}>
            {words(fault === 'sensitive' ? 'sensitive' : `wrong.${name}`)}
          </span>
        ) : null}
        {input({ id: name, name, 'aria-invalid': fault ? 'true' : undefined, 'aria-describedby': about || undefined })}
      </p>
    );
  };
  const choice = (name: 'form' | 'urgency', choices: Record<string, Record<PageLanguage, string>>) =>
    field(name, (told) => (
      <select {...told} required>
        <option value="">{words('choose')}</option>
        {Object.entries(choices).map(([value, label]) => (
          <option key={value} value={value} selected={typed[name] === value}>
            {label[language]}
          </option>
        ))}
      </select>
    ));
  return (
    <Sheet heading={words('title')}>
      <p class="ingress">{words('ingress')}</p>
      <p>{words('not-a-case')}</p>
      <p>
        {words('account')}
        <a href="/stod/ny">{words('account.way')}</a>
      </p>
      {faults.length > 0 ? (
        <p class="err" role="alert">
          {words('wrong')}
        </p>
      ) : null}
      <form class="form" method="post" action={addresses(language).inquiry(slug)}>
        {field('party', (told) => (
          <select {...told} required>
            <option value="">{words('party.choose')}</option>
            {county.municipalities.map(({ code, name }) => (
              <option key={code} value={code} selected={typed.party === code} lang="sv">
                {name}
              </option>
            ))}
            <option value="region" selected={typed.party === 'region'}>
              {words('party.region')}
            </option>
          </select>
        ))}
        {field(
          'workplace',
          (told) => (
            <input
              {...told}
              type="text"
              maxLength={200}
              required
              autoComplete="organization-title"
              value={typed.workplace}
            />
          ),
          'workplace.help',
        )}
        {field(
          'title',
          (told) => (
            <input {...told} type="text" maxLength={300} minLength={5} required value={typed.title} />
          ),
          'need.help',
        )}
        {choice('form', formWords)}
        {choice('urgency', urgencyWords)}
        {field('text', (told) => (
          <textarea {...told} rows={6} maxLength={4000}>
            {typed.text}
          </textarea>
        ))}
        {field('replyTo', (told) => (
          <input {...told} type="email" maxLength={200} required autoComplete="email" value={typed.replyTo} />
        ))}
        <p class="small">{words('kept')}</p>
        <p>
          <button class="btn" type="submit">
            {words('send')}
          </button>
        </p>
      </form>
      <Back language={language} slug={slug} />
    </Sheet>
  );
}
