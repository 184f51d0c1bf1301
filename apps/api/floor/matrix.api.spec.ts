// The authorisation matrix: every operation of the OpenAPI document, tried by nine principals on things in every relation and at
// every level, judged by the areas' truth tables. Sampled in `npm test`, whole in `npm run drill -- floor`.
import { writeFileSync } from 'node:fs';
import { type Operation, type Principal, principals } from '@samverkan/shared/floor';
import {
  type FloorWorld,
  type TestApp,
  areaFloors,
  floorWorld,
  sideBySide,
  partOf,
  sixthOf,
  testApp,
  thirdOf,
} from '@samverkan/testing';
import { type Outcome, admitted, cellsOf, isDeed, isListing, judged, outcomeOf, sees } from './cells';

const report = process.env['SAMVERKAN_MATRIX_REPORT'];

interface Tried {
  operation: string;
  who: string;
  expected: Outcome;
  met: Outcome;
}

let app: TestApp;
let world: FloorWorld;
let operations: [name: string, operation: Operation][];
/** Those that are tried now: an area's stay together, since one may be the way to the next. */
let mine: [name: string, operation: Operation][];
const tried: Tried[] = [];

beforeAll(async () => {
  app = await testApp();
  world = await floorWorld(app);
  const floors = await areaFloors();
  operations = floors.flatMap(({ floor }) => Object.entries(floor.operations));
  mine = partOf(floors).flatMap(({ floor }) => Object.entries(floor.operations));
});
afterAll(async () => {
  const wrong = tried.filter(({ expected, met }) => expected !== met);
  const leaks = wrong.filter(({ met }) => met === 'through').length;
  if (report) writeFileSync(report, JSON.stringify({ cells: tried.length, leaks, wrongDenials: wrong.length - leaks }));
  await app.close();
});

const filled = (path: string, params: Record<string, string>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');

async function ask(principal: Principal, name: string, params: Record<string, string>, body?: unknown, query = '') {
  const [method = '', path = ''] = name.split(' ');
  return world.clients[principal].send(method, filled(path, params) + query, body, { 'if-match': '"1"' });
}

async function tryDoor(name: string, operation: Operation): Promise<void> {
  if (isDeed(operation) || isListing(operation)) return;
  for (const principal of principals) {
    const expected = admitted(operation, principal);
    if (operation.ends && expected === 'through') continue;
    const { status } = await ask(principal, name, operation.params ?? {}, operation.body, operation.query);
    const met = status === operation.answers ? 'through' : outcomeOf(status);
    tried.push({ operation: name, who: principal, expected, met });
  }
}

async function tryDeed(name: string, operation: Operation, turn: number): Promise<void> {
  if (!isDeed(operation)) return;
  // A sample still has every principal, relation and level for each operation, and other combinations for the next.
  const all = cellsOf(operation.of);
  const cells = all.length >= principals.length * 12 ? sixthOf(all, turn) : thirdOf(all, turn);
  const planted = await operation.of.plant(world, cells);
  await sideBySide(cells, async (cell, at) => {
    const thing = planted[at];
    const params = { id: thing?.id ?? '', ...thing?.params };
    const answer = await ask(cell.principal, name, params, operation.body, operation.query);
    const expected = judged(operation, cell);
    const told = expected !== 'through' && thing?.words && answer.text.includes(thing.words);
    const met = told ? 'through' : outcomeOf(answer.status);
    const who = `${cell.principal}, ${cell.relation}, ${operation.of.levels[cell.level]}`;
    tried.push({ operation: name, who, expected, met });
    if (!operation.also) return;
    const query = filled(operation.also.query, { party: world.organizationOf(cell.principal) });
    const { status } = await ask(cell.principal, name, { id: thing?.id ?? '' }, undefined, query);
    const guise = { ...operation, may: operation.also.may };
    tried.push({ operation: name + query, who, expected: judged(guise, cell), met: outcomeOf(status) });
  });
}

async function tryListing(name: string, operation: Operation): Promise<void> {
  if (!isListing(operation)) return;
  const cells = cellsOf(operation.lists);
  const planted = await operation.lists.plant(world, cells);
  for (const principal of principals) {
    const words = planted[cells.findIndex((cell) => cell.principal === principal)]?.words ?? '';
    const { status, text } = await ask(principal, name, {}, undefined, filled(operation.query, { words }));
    cells.forEach((cell, at) => {
      if (cell.principal !== principal) return;
      const expected: Outcome = sees(operation.lists, cell) ? 'through' : 'hidden';
      const met: Outcome = status === 200 && text.includes(planted[at]?.id ?? '') ? 'through' : 'hidden';
      tried.push({ operation: name, who: `${principal}, ${cell.relation}, ${cell.level}`, expected, met });
    });
  }
}

it('has a line in a truth table for every operation the API offers, and for no other', async () => {
  const { body } = await world.clients.municipal.get<{ paths: Record<string, object> }>('/api/openapi.json');
  const offered = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(operations.map(([name]) => name).sort()).toEqual(offered.sort());
});

it('lets nobody in where the truth says no, and turns nobody away where it says yes', async () => {
  for (const [turn, [name, operation]] of mine.entries()) {
    await tryDoor(name, operation);
    await tryDeed(name, operation, turn);
    await tryListing(name, operation);
  }
  expect(tried.filter(({ expected, met }) => expected !== met)).toEqual([]);
}, 600_000);

it('has tried every principal on every operation', () => {
  for (const [name, operation] of mine) {
    const some = new Set(tried.filter((one) => one.operation === name).map((one) => one.who.split(',')[0]));
    const open = !isDeed(operation) && !isListing(operation) && operation.ends;
    if (!open) expect([name, some.size]).toEqual([name, principals.length]);
  }
});
