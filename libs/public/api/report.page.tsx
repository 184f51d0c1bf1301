import type { ComponentChildren } from 'preact';
import { addresses } from './addresses';
import type { ReportFault, ReportField } from './public-reports.service';
import { Field, Sheet } from './sheet';
import { type PageLanguage, wordsIn } from './words';

export interface ReportProps {
  language: PageLanguage;
  /** The county, as in an address. */
  county: string;
  kept: boolean;
  tooMany: boolean;
  /** What was typed, when something of it must be put right. */
  typed?: Record<ReportField, string> | undefined;
  faults: readonly ReportFault[];
}

/** What cannot be used, told in three fields; and that it has been received. */
export function ReportPage({ language, county, kept, tooMany, typed, faults }: ReportProps) {
  const words = wordsIn(language);
  const back = <a href={addresses(language).text('accessibility', county)}>{words('report.back')}</a>;
  if (kept)
    return (
      <Sheet heading={words('report.kept')}>
        <p class="ingress">{words('report.kept.text')}</p>
        <p>{back}</p>
      </Sheet>
    );
  const field = (name: ReportField, input: (about: object) => ComponentChildren) => {
    const fault = faults.find(([wrong]) => wrong === name)?.[1];
    return (
      <Field
        name={name}
        label={words(`report.${name}`)}
        fault={fault && words(fault === 'sensitive' ? 'report.sensitive' : `report.wrong.${name}`)}
      >
        {input}
      </Field>
    );
  };
  return (
    <Sheet heading={words('report.heading')}>
      <p class="ingress">{words('report.ingress')}</p>
      {tooMany ? (
        <p class="err" role="alert">
          {words('report.many')}
        </p>
      ) : null}
      <form class="form" method="post" action={addresses(language).report(county)}>
        {field('place', (told) => (
          <input {...told} type="text" maxLength={300} value={typed?.place} />
        ))}
        {field('problem', (told) => (
          <textarea {...told} rows={6} maxLength={2000} required>
            {typed?.problem}
          </textarea>
        ))}
        {field('replyTo', (told) => (
          <input {...told} type="email" maxLength={200} autoComplete="email" value={typed?.replyTo} />
        ))}
        <p class="small">{words('report.kept-for')}</p>
        <p>
          <button class="btn" type="submit">
            {words('report.send')}
          </button>
        </p>
      </form>
      <p>{back}</p>
    </Sheet>
  );
}
