import * as z from 'zod';

/** A database identity: UUID version 7, made by PostgreSQL. */
export const Id = z.uuid();

/** A calendar day in Sweden, `YYYY-MM-DD`, from 1900 to 2100. */
export const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day <= '2100-12-31', 'field.out-of-range');

/** A moment: ISO 8601 with offset. */
export const Moment = z.iso.datetime({ offset: true });

/** SCB county code, two digits ("22" is Västernorrland). */
export const CountyCode = z.string().regex(/^\d{2}$/);

/** SCB municipality code, four digits ("2282" is Kramfors). */
export const MunicipalityCode = z.string().regex(/^\d{4}$/);

/** One line of text a person typed: trimmed, control characters refused. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    // eslint-disable-next-line no-control-regex
    .regex(/^[^\u0000-\u001f\u007f\p{Cs}]*$/u);

/** Several lines of text a person typed: trimmed, NUL refused. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // eslint-disable-next-line no-control-regex
    .regex(/^[^\u0000\p{Cs}]*$/u);

/** Something a query string may give once or several times; always read as a list. */
export const listOf = <T extends z.ZodType>(item: T, max = 50) =>
  z.preprocess(
    (value) =>
      value === undefined
        ? undefined
        : (Array.isArray(value) ? value : String(value).split(',')).filter((part) => part !== ''),
    z.array(item).max(max).optional(),
  );

/** A whole number in an address (`?page=2`): decimal digits only, never `1e3`, `0x10` or blanks. */
export const wholeNumber = (min: number, max: number, otherwise: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value),
    z.number().int().min(min).max(max).default(otherwise),
  );
