// Every body, query and path parameter passes here: its schema first, then the text guard over every string in it.
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { GuardConfirmed, type ProblemIssue, guardText, isAboutShelter } from '@samverkan/shared/contract';
import * as z from 'zod';
import { currentScope } from '../db/request-scope';
import { badInput } from './problems';

@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'custom') return value;
    const schema = (metadata as { schema?: z.ZodType }).schema;
    if (!schema) throw new Error(`A ${metadata.type} parameter without a schema.`);
    const read = schema.safeParse(value ?? (metadata.type === 'body' ? undefined : {}));
    if (!read.success) throw badInput(read.error.issues.flatMap((issue) => issuesOf(issue, metadata.data)));
    if (isUnguarded(schema)) return read.data;
    const confirmed = confirmedIn(read.data);
    const unclean = unsafeTexts(read.data, {
      // What is searched for is not kept: a telephone number may be, a certain personal number not.
      asks: metadata.type === 'body',
      confirmed: new Set(confirmed.map(({ path }) => path)),
      shelter: metadata.type === 'body' && isSomeAboutShelter(read.data),
    });
    if (unclean.length > 0) throw badInput(unclean);
    const scope = currentScope();
    if (scope && confirmed.length > 0) scope.guardReasons = [...new Set(confirmed.map(({ reason }) => reason))];
    return read.data;
  }
}

/** Input whose strings are no texts: passwords, codes and mail addresses. Named by the schema's id. */
const unguarded = new Set([
  'SignInInput',
  'AcceptanceInput',
  'SecondFactorInput',
  'PasskeyInput',
  'PasswordChangeInput',
  'PasswordResetInput',
  'PasswordResetRequest',
  'ProofInput',
  'InvitedRequest',
]);
const isUnguarded = (schema: z.ZodType): boolean => unguarded.has(schema.meta()?.id ?? '');

interface Reading {
  /** Places the guard asks about are refused too, unless their path is confirmed. */
  asks: boolean;
  confirmed: ReadonlySet<string>;
  /** Some field says that the whole is about sheltered housing: an address stops in every field. */
  shelter: boolean;
}

/** Path and code for each place the guard stops, or asks about without the writer's confirmation. The text is not repeated. */
export function unsafeTexts(value: unknown, reading: Reading, path = ''): ProblemIssue[] {
  if (typeof value === 'string') {
    return guardText(value, { shelter: reading.shelter })
      .filter(({ grade }) => grade === 'stop' || (grade === 'ask' && reading.asks && !reading.confirmed.has(path)))
      .slice(0, 5)
      .map((finding) => ({ path, code: finding.code }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path ? `${path}.${key}` : key;
    // A key can be typed text too (drafts): it is guarded without being echoed in the path.
    return guardText(key).some((finding) => finding.grade !== 'hint')
      ? [{ path, code: 'text.personal-number' }]
      : unsafeTexts(inner, reading, here);
  });
}

/** Fields of a form without an account that hold what no text here may: nobody can be asked what a number is instead. */
export const uncleanFields = <Field extends string>(typed: Readonly<Record<Field, string>>): ReadonlySet<Field> =>
  new Set(
    unsafeTexts(typed, { asks: true, confirmed: new Set(), shelter: isSomeAboutShelter(typed) }).map(
      ({ path }) => path as Field,
    ),
  );

const isSomeAboutShelter = (value: unknown): boolean =>
  typeof value === 'string'
    ? isAboutShelter(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(isSomeAboutShelter);

const confirmedIn = (value: unknown): GuardConfirmed =>
  GuardConfirmed.safeParse((value as { guardConfirmed?: unknown } | null)?.guardConfirmed).data ?? [];

function issuesOf(issue: z.core.$ZodIssue, parameter: string | undefined): ProblemIssue[] {
  const path = issue.path.length > 0 ? issue.path.map(String).join('.') : (parameter ?? '');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, 20).map((key) => ({ path: safeKey(path, key), code: 'field.unknown' }));
  // A schema's own message is a code when it is dotted (`action.ends-before-it-starts`).
  if (issue.code === 'custom')
    return [{ path, code: /^[a-z-]+\.[a-z-]+$/.test(issue.message) ? issue.message : 'field.invalid' }];
  return [{ path, code: zodCodes[issue.code] ?? 'field.invalid' }];
}

const safeKey = (path: string, key: string): string => {
  const name = /^[\w-]{1,40}$/.test(key) && guardText(key).length === 0 ? key : '';
  return [path, name].filter(Boolean).join('.');
};

const zodCodes: Record<string, string> = {
  invalid_type: 'field.wrong-type',
  too_big: 'field.too-long',
  too_small: 'field.too-short',
  invalid_format: 'field.wrong-form',
  invalid_value: 'field.not-a-choice',
};
