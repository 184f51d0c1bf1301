// Inputs made from the OpenAPI document: some that fit, and many that are wrong in one place or altogether.
import fc from 'fast-check';

const uuid = '01900000-0000-7000-8000-000000000000';

/** Follows a reference into the document. */
export const resolved = (schema, document) =>
  schema?.$ref
    ? resolved(
        schema.$ref
          .slice(2)
          .split('/')
          .reduce((part, name) => part[name], document),
        document,
      )
    : (schema ?? {});

const text = (schema) => {
  if (schema.format === 'uuid') return fc.constant(uuid);
  if (schema.format === 'date') return fc.constantFrom('2026-01-15', '2027-12-31');
  if (schema.format === 'date-time') return fc.constant('2026-01-15T10:00:00Z');
  const words = 'Samverkansmöte om rutiner i kommunen '.repeat(4);
  const least = schema.minLength ?? 0;
  return fc
    .integer({ min: least, max: Math.min(schema.maxLength ?? 60, least + 60) })
    .map((length) => words.slice(0, length).trim().padEnd(least, 'x'));
};

/** Values that fit the schema as far as it tells. */
export function fitting(given, document, depth = 0) {
  const schema = resolved(given, document);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, document, depth + 1)));
  if (schema.allOf) return fitting(schema.allOf[0], document, depth + 1);
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(schema.minimum ?? 0, -1e6), max: Math.min(schema.maximum ?? 100, 1e6) });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return depth > 6
        ? fc.constant([])
        : fc.array(fitting(schema.items ?? {}, document, depth + 1), {
            maxLength: Math.min(schema.maxItems ?? 3, 3),
            minLength: Math.min(schema.minItems ?? 0, 3),
          });
    case 'object': {
      const required = schema.required ?? [];
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, fitting(inner, document, depth + 1)]),
        ),
        { requiredKeys: required.filter((name) => name in (schema.properties ?? {})) },
      );
    }
    default:
      return fc.constant(null);
  }
}

const deep = (levels) => {
  let value = 'djupt';
  for (let n = 0; n < levels; n++) value = n % 2 ? [value] : { a: value };
  return value;
};

/** Values that fit hardly anywhere. */
export const wild = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      null,
      true,
      false,
      0,
      -1,
      1.5,
      1e3,
      1e21,
      1e308,
      -0,
      2 ** 53,
      2 ** 31,
      '',
      ' ',
      '\n',
      '1e3',
      '0x10',
      '٣',
      'NaN',
      'null',
      'undefined',
      '\u0000',
      'a\u0000b',
      '\ud800',
      '\udfff\ud800',
      '\u202eabc',
      '\ufeff',
      '👩‍👩‍👧'.repeat(40),
      'å'.repeat(500),
      'x'.repeat(5000),
      '<script>alert(1)</script>',
      "'; drop table action; --",
      '{{7*7}}',
      '${7*7}',
      '../../../../etc/passwd',
      '%00',
      '%ff',
      'not-a-uuid',
      `${uuid} `,
      uuid.toUpperCase(),
      '00000000-0000-0000-0000-000000000000',
      '2026-02-30',
      '2026-13-01',
      '0000-00-00',
      '9999-12-31',
      '+12026-01-01',
      '2026-01-15T10:00:00Z',
      [],
      {},
      [null],
      [[]],
      [{}],
      ['x'.repeat(200)],
      { toString: 1 },
      { constructor: { prototype: {} } },
      { length: 1e9 },
      { $ne: null },
      Array(400).fill(uuid),
      Array(400).fill('2282'),
      Array(3000).fill(0),
      Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`k${n}`, n])),
      deep(8),
      deep(40),
      deep(400),
    ),
  },
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.double(),
);

/** Bodies that are no JSON, or not the JSON they seem. */
const raw = fc.constantFrom(
  '',
  '{',
  '}',
  '[',
  '"',
  'null',
  'true',
  '42',
  '"text"',
  '[]',
  '{}',
  '{"a":1',
  '{"a":1,}',
  "{'a':1}",
  '{"a":NaN}',
  '{"a":1e999}',
  '{"a":0x10}',
  '{"a":01}',
  '\u0000',
  '\ufeff{}',
  '{}{}',
  '{"title":"ett","title":"två"}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '['.repeat(3000),
  '{"a":'.repeat(3000),
  '[' + '0,'.repeat(20_000) + '0]',
  `{"title":"${'x'.repeat(1_200_000)}"}`,
  '<xml/>',
  'title=ett&kind=other',
  '{"title":"\\ud800"}',
  '{"title":"\\u0000"}',
  '{"a":"\xff\xfe"}',
);

/** A body for the schema: fitting with one place made wild, wild altogether, or raw text; now and then with another content type. */
export function bodies(schema, document) {
  const whole = fitting(schema, document);
  const spoilt = fc.tuple(whole, fc.nat(), wild, fc.boolean()).map(([body, at, value, strange]) => {
    if (typeof body !== 'object' || body === null) return value;
    const names = [...new Set([...Object.keys(resolved(schema, document).properties ?? {}), ...Object.keys(body)])];
    if (strange || names.length === 0)
      return { ...body, [typeof value === 'string' ? value.slice(0, 60) : 'okänt']: value };
    return { ...body, [names[at % names.length]]: value };
  });
  const json = fc.constant('application/json');
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ text: spoilt.map((body) => JSON.stringify(body)), type: json }) },
    { weight: 1, arbitrary: fc.record({ text: wild.map((body) => JSON.stringify(body)), type: json }) },
    { weight: 2, arbitrary: fc.record({ text: raw, type: json }) },
    { weight: 1, arbitrary: fc.record({ text: whole.map((body) => JSON.stringify(body)), type: json }) },
    {
      weight: 1,
      arbitrary: fc.record({
        text: whole.map((body) => JSON.stringify(body)),
        type: fc.constantFrom(
          'text/plain',
          'application/xml',
          'application/x-www-form-urlencoded',
          'multipart/form-data',
          'application/json; charset=utf-7',
          'application/json; charset=latin1',
          'json',
          '',
          'application/vnd.api+json',
        ),
      }),
    },
  );
}

const shown = (value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

const escaped = (value) => {
  const short = shown(value ?? '').slice(0, 1500);
  try {
    return encodeURIComponent(short);
  } catch {
    return encodeURIComponent(short.toWellFormed());
  }
};

/** A query string for the parameters: known and unknown names, once or several times, encoded well or badly. */
export function queries(parameters, document) {
  const names = parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
  const name =
    names.length > 0
      ? fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...names) },
          fc.constantFrom('okänt', '__proto__', 'page[]', '', 'a.b'),
        )
      : fc.constantFrom('okänt', 'page', '__proto__');
  const known = Object.fromEntries(
    parameters.map((parameter) => [parameter.name, fitting(parameter.schema ?? {}, document)]),
  );
  const pair = name.chain((one) =>
    fc
      .oneof({ weight: 3, arbitrary: wild }, Object.hasOwn(known, one) ? known[one] : wild)
      .map((value) => `${escaped(one)}=${escaped(shown(value))}`),
  );
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 6, arbitrary: fc.array(pair, { minLength: 1, maxLength: 4 }).map((pairs) => `?${pairs.join('&')}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '?%',
        '?%zz=1',
        '?a=%ff',
        '?page=%00',
        '?=',
        '?&&&&',
        `?q=${'a'.repeat(7000)}`,
        `?${'page=1&'.repeat(700)}`,
        `?status=${'planned,'.repeat(800)}`,
      ),
    },
  );
}

/** Values for a place in the path. */
export const places = (known) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        uuid,
        'x',
        '0',
        '%00',
        '%ff',
        '%',
        '..%2f..',
        '%E2%80%AE',
        'null',
        'undefined',
        '-1',
        `${uuid}x`,
        'a'.repeat(3000),
        "'",
        '%0d%0aSet-Cookie:x=1',
        uuid.toUpperCase(),
      ),
    },
    { weight: 1, arbitrary: wild.map((value) => escaped(shown(value)) || '%20') },
  );
