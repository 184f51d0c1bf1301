// Malformed inputs for every operation of the OpenAPI document: no fault, no stack trace, and every answer has the shape the document promises.
import Ajv from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { Agent, request } from 'node:http';
import { anApi } from './parts/api.mjs';
import { openGround } from './parts/ground.mjs';
import { ask, peopleOf, withToken } from './parts/people.mjs';
import { rehearse } from './parts/rehearsal.mjs';
import { bodies, places, queries } from './parts/shapes.mjs';

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** One request as it is, however odd; `undefined` when the connection ended without an answer. */
function sendRaw(url, { method, path, headers, text }) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let outgoing;
    try {
      outgoing = request({ hostname, port, agent, method, path, headers });
    } catch (error) {
      reject(error);
      return;
    }
    outgoing.on('error', (error) => resolve({ status: 0, type: '', body: String(error.code) }));
    outgoing.on('response', (answer) => {
      const type = answer.headers['content-type'] ?? '';
      const status = answer.statusCode;
      if (type.startsWith('text/event-stream')) {
        answer.destroy();
        return resolve({ status, type, body: '' });
      }
      let body = '';
      answer.setEncoding('utf8').on('data', (chunk) => (body += chunk));
      answer.on('end', () => resolve({ status, type, body })).on('error', () => resolve({ status: 0, type, body }));
      return undefined;
    });
    outgoing.end(text);
  });
}

/** OpenAPI 3.0 in the words of JSON Schema: `nullable` is a choice of null, and `exclusiveMinimum: true` has no number of its own. */
const asJsonSchema = (key, value) => {
  if (key.startsWith('exclusive') && typeof value === 'boolean') return undefined;
  if (value?.nullable !== true) return value;
  const { nullable: _null, ...rest } = value;
  return { anyOf: [rest, { type: 'null' }] };
};

/** Validators of the document's answers. */
function validators(document) {
  const plain = JSON.parse(JSON.stringify(document), asJsonSchema);
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true });
  formats(ajv);
  ajv.addSchema({ $id: 'document', ...plain });
  const known = new Map();
  return (schema) => {
    const key = JSON.stringify(schema);
    if (!known.has(key)) known.set(key, ajv.compile(JSON.parse(key.replaceAll('"#/', '"document#/'), asJsonSchema)));
    return known.get(key);
  };
}

const trace = /\n\s+at |node_modules|\.(ts|mjs|js):\d+|select .* from|QueryFailed|TypeError|RangeError|SyntaxError/i;

await rehearse('fuzz', async ({ times, after, check, figure }) => {
  const each = times(500, 12);
  const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 1e9));
  const ground = await openGround({ after });
  const api = await anApi(ground, { after });
  await api.start();
  after(async () => agent.destroy());
  const [writer, spare] = await peopleOf(ground, 2, [
    { role: 'county_admin', key: 'county_board:22' },
    { role: 'coordinator', key: 'municipality:2282' },
  ]);
  const ida = await withToken(writer, api.url);
  const document = await (await fetch(`${api.url}/api/openapi.json`)).json();
  const validatorOf = validators(document);
  const logged = await ask(ida, api.url, 'POST', '/api/actions', {
    title: 'Insats att pröva',
    kind: 'other',
    status: 'planned',
    visibility: 'county',
  });
  const ids = [
    logged.body.id,
    ...(await ground.sql('select id from strategy limit 1')).map((row) => row.id),
    ...(await ground.sql('select id from organization limit 1')).map((row) => row.id),
  ];
  void spare;

  const faults = new Map();
  const statuses = new Map();
  let sent = 0;
  const fault = (operation, what, input) =>
    faults.set(`${operation}: ${what}`, faults.get(`${operation}: ${what}`) ?? input);
  const judge = (operation, described, answer, input) => {
    statuses.set(Math.floor(answer.status / 100), (statuses.get(Math.floor(answer.status / 100)) ?? 0) + 1);
    if (answer.status === 0) return fault(operation, `no answer (${answer.body})`, input);
    if (answer.status >= 500) return fault(operation, `${answer.status} ${answer.body.slice(0, 120)}`, input);
    if (answer.status < 400) {
      const schema = described.responses[answer.status]?.content?.['application/json']?.schema;
      if (!described.responses[answer.status] && answer.status !== 304)
        fault(operation, `${answer.status} is not in the document`, input);
      if (!schema || !answer.type.includes('application/json')) return undefined;
      const valid = validatorOf(schema);
      if (!valid(JSON.parse(answer.body)))
        fault(
          operation,
          `the answer is not what the document says: ${valid.errors[0].instancePath} ${valid.errors[0].message}`,
          input,
        );
      return undefined;
    }
    if (!answer.type.startsWith('application/problem+json'))
      return fault(operation, `${answer.status} as ${answer.type}: ${answer.body.slice(0, 80)}`, input);
    const problem = JSON.parse(answer.body);
    const valid = validatorOf(described.responses.default.content['application/problem+json'].schema);
    if (!valid(problem))
      fault(operation, `no problem JSON: ${valid.errors[0].instancePath} ${valid.errors[0].message}`, input);
    if (trace.test(answer.body)) fault(operation, `a trace of our insides: ${answer.body.slice(0, 160)}`, input);
    if (problem.code === 'input.invalid' && !(problem.issues?.length > 0))
      fault(operation, 'input.invalid without a path', input);
    return undefined;
  };

  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method: method.toUpperCase(), described })),
  );
  for (const { path, method, described } of operations) {
    const name = `${method} ${path}`;
    const parameters = described.parameters ?? [];
    const slots = [...path.matchAll(/\{(\w+)\}/g)];
    const schema = described.requestBody?.content?.['application/json']?.schema;
    const input = fc.record({
      slots: fc.tuple(...slots.map(() => places([...ids, 'ny']))),
      query: queries(parameters, document),
      body: schema
        ? bodies(schema, document)
        : fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, bodies({}, document)),
      version: fc.constantFrom('"1"', '1', '"0"', '"99999999999"', 'W/"1"', '*', '', '"1e3"', undefined),
      key: fc.constantFrom(undefined, undefined, 'x', 'kort', 'a'.repeat(200), 'med mellanslag här', '12345678-1234'),
      // Ending her own session would leave nobody to ask as.
      nobody: fc.constantFrom(
        ...(name === 'DELETE /api/session' || name === 'POST /api/session'
          ? [true]
          : [false, false, false, false, true]),
      ),
      accept: fc.constantFrom('application/json', '*/*', 'text/html', 'image/png', ''),
    });
    const samples = fc.sample(input, { numRuns: each, seed });
    const perform = async (sample) => {
      let n = 0;
      const at = path.replace(/\{\w+\}/g, () => sample.slots[n++]);
      const writes = method !== 'GET' && method !== 'HEAD';
      const headers = {
        accept: sample.accept,
        ...(sample.nobody ? {} : { cookie: ida.cookie }),
        ...(writes ? { 'x-xsrf-token': ida.token } : {}),
        ...(sample.version === undefined ? {} : { 'if-match': sample.version }),
        ...(sample.key === undefined ? {} : { 'idempotency-key': sample.key }),
        ...(sample.body && writes
          ? { 'content-type': sample.body.type, 'content-length': Buffer.byteLength(sample.body.text) }
          : {}),
      };
      const odd = JSON.stringify({
        path: `${at}${sample.query}`.slice(0, 160),
        body: sample.body?.text.slice(0, 160),
        type: sample.body?.type,
      });
      const answer = await sendRaw(api.url, {
        method,
        path: `${at}${sample.query}`,
        headers,
        text: writes ? sample.body?.text : undefined,
      });
      sent += 1;
      judge(name, described, answer, odd);
    };
    let next = 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        while (next < samples.length) await perform(samples[next++]);
      }),
    );
  }
  const by = [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${status === 0 ? 'none' : `${status}xx`} ${count}`);
  figure(`${operations.length} operations × ${each} malformed inputs = ${sent} requests (seed ${seed})`);
  figure(`answers ${by.join(', ')}; ${faults.size} kinds of fault`);
  for (const [what, example] of [...faults].slice(0, 40)) check(`${what}\n      ${example}`, false);
  check('the API logged a fault', !api.output().includes('"fault"'));
  if (api.output().includes('"fault"'))
    console.log(
      api
        .output()
        .split('\n')
        .filter((line) => line.includes('"fault"'))
        .slice(-2)
        .join('\n')
        .slice(0, 1500),
    );
});
