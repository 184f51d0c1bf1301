// The pages by which support is asked for without an account: drawn here, and answered without a script or a cookie.
import type { County } from '@samverkan/geography/contract';
import { Field, type PageLanguage, Sheet, addresses } from '@samverkan/public/api';
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

function Back({ language, slug }: Place) {
  return (
    <p>
      <a href={addresses(language).county(slug)}>{inquiryWords(language)('back')}</a>
    </p>
  );
}

/** A page that says one thing. */
export function InquiryNote({ language, slug, what }: Place & { what: 'sent' | 'done' | 'closed' | 'unusable' }) {
  const words = inquiryWords(language);
  return (
    <Sheet heading={words(`${what}.title`)}>
      <p class="ingress">{words(`${what}.text`)}</p>
      <Back language={language} slug={slug} />
    </Sheet>
  );
}

interface Written {
  need: string;
  /** Of the form it was written in. */
  language: PageLanguage;
}

/** What the letter's link leads to. It has not been sent until the button is pressed: letters are opened by machines too. */
export function InquiryConfirmation({ language, slug, need, path }: Place & { need: Written; path: string }) {
  const words = inquiryWords(language);
  return (
    <Sheet heading={words('confirm.title')}>
      <p>{words('confirm.text')}</p>
      <p class="ingress" lang={need.language === language ? undefined : need.language}>
        {need.need}
      </p>
      <form class="form" method="post" action={path}>
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
  /** Why it was not sent though nothing in it must be put right. */
  told: 'closed' | 'many' | undefined;
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

export function InquiryForm({ language, slug, county, typed, faults, told }: FormProps) {
  const words = inquiryWords(language);
  const faultOf = (name: InquiryField) => faults.find(([wrong]) => wrong === name)?.[1];
  const field = (name: InquiryField, input: (about: object) => ComponentChildren, help?: InquiryWord) => {
    const fault = faultOf(name);
    return (
      <Field
        name={name}
        label={words(labels[name])}
        help={help && words(help)}
        fault={fault && words(fault === 'sensitive' ? 'sensitive' : `wrong.${name}`)}
      >
        {input}
      </Field>
    );
  };
  const choice = (name: 'form' | 'urgency', choices: Record<string, Record<PageLanguage, string>>) =>
    field(name, (about) => (
      <select {...about} required>
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
      {faults.length > 0 || told ? (
        <p class="err" role="alert">
          {words(told ? `${told}.text` : 'wrong')}
        </p>
      ) : null}
      <form class="form" method="post" action={addresses(language).inquiry(slug)}>
        {field('party', (about) => (
          <select {...about} required>
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
          (about) => (
            <input
              {...about}
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
          (about) => (
            <input {...about} type="text" maxLength={300} minLength={5} required value={typed.title} />
          ),
          'need.help',
        )}
        {choice('form', formWords)}
        {choice('urgency', urgencyWords)}
        {field('text', (about) => (
          <textarea {...about} rows={6} maxLength={4000}>
            {typed.text}
          </textarea>
        ))}
        {field('replyTo', (about) => (
          <input {...about} type="email" maxLength={200} required autoComplete="email" value={typed.replyTo} />
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
