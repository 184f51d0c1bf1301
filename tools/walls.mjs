// The walls between rooms, read straight from the files: pure functions from a path and its text to the trespasses in it.
import { posix } from 'node:path';
import { areas, reach, roomUses, rooms } from './architecture.mjs';

const foreign = {
  contract: /^(node:|@nestjs\/|@angular\/|@jsverse\/|typeorm$|pg$|express|rxjs)/,
  api: /^(@angular\/|@jsverse\/|d3-|topojson-client$)/,
  floor: /^/,
  portal: /^(node:|@nestjs\/|@node-rs\/|typeorm$|pg$|express|passport|pino$|helmet$)/,
};

const appUses = { api: [...roomUses.api, 'floor'], portal: roomUses.portal, e2e: ['contract'] };

/** In an API room an import goes down or stays level: controller → service, view, query → policy, entity. */
const storeys = [/\.(policy|entity)\.ts$/, /\.(service|view|query)\.ts$/, /\.controller\.ts$/, /\.module\.ts$/];

const storey = (file) => storeys.findIndex((pattern) => pattern.test(file));

/** Every path a file imports or re-exports; `typeOnly` ones vanish when compiled. */
export function importsOf(text) {
  const code = text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  const pattern = /(?:\b(import|export)\s+(type\s)?[^'";]*?\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"]+)\3/g;
  return [...code.matchAll(pattern)].map(([, , type, , path]) => ({ path, typeOnly: type !== undefined }));
}

function placeOf(file) {
  const [top, name, room] = file.split('/');
  if (top === 'libs')
    return { root: `libs/${name}/${room}`, uses: roomUses[room] ?? [], areas: [...reach(name)], room, area: name };
  return { root: `apps/${name}`, uses: appUses[name] ?? [], areas: Object.keys(areas), room: name };
}

function wallOf(file, place, path) {
  if (path === '@samverkan/testing')
    return /\.spec\.ts$/.test(file) ? undefined : 'only a spec may stand on the test system';
  if (path.startsWith('@samverkan/')) {
    const [, area, room, ...deeper] = path.split('/');
    if (room === 'floor' && !place.area && !/\.spec\.ts$|^apps\/api\/(testing|floor)\//.test(file))
      return 'only the tests may stand on a floor';
    if (deeper.length > 0 || !rooms.includes(room)) return 'only the door of a room may be imported';
    if (!place.uses.includes(room)) return `a ${place.room} may not use a ${room}`;
    if (!place.areas.includes(area)) return `${place.area} does not lean on ${area}`;
    if (area === place.area && room === place.room) return 'inside a room imports are relative';
    return undefined;
  }
  if (path.startsWith('.')) {
    const target = posix.normalize(posix.join(posix.dirname(file), path));
    if (place.room === 'api' && !place.area && target.startsWith('database/')) return undefined;
    if (target !== place.root && !target.startsWith(`${place.root}/`)) return 'it lies outside the room';
    const [from, to] = [storey(file), storey(`${target}.ts`)];
    if (place.area && from >= 0 && to > from) return 'imports go downwards only';
    return undefined;
  }
  const isTest = /\.spec\.ts$|\/testing\//.test(file);
  return !isTest && foreign[place.room]?.test(path) ? `that package does not belong in a ${place.room}` : undefined;
}

/** The imports of one file that cross a wall, each as a sentence. */
export function trespasses(file, text) {
  const place = placeOf(file);
  return importsOf(text).flatMap(({ path }) => {
    const wall = wallOf(file, place, path);
    return wall ? [`${file} may not import ${path}: ${wall}`] : [];
  });
}

/** What a file may not be, whatever it imports. */
export function misshapes(file, text) {
  const found = [];
  const lines = text.split('\n').length - 1;
  if (lines > 300) found.push(`${file} has ${lines} lines: 300 is the ceiling`);
  if (!/\.tsx?$/.test(file)) return found;
  if (/^\s*export\s*\*/m.test(text)) found.push(`${file} exports everything: name what goes out`);
  if (
    posix.basename(file) === 'index.ts' &&
    file !== 'apps/api/testing/index.ts' &&
    !/^libs\/[^/]+\/(contract|api|portal|floor)\/index\.ts$/.test(file)
  ) {
    found.push(`${file} is an index that is no door`);
  }
  const classes = text.match(/^export (default )?(abstract )?class /gm) ?? [];
  if (classes.length > 1) found.push(`${file} exports ${classes.length} classes: one class, one file`);
  return found;
}

/** Folders of libs that the map does not know, rooms without a door and areas without a README. `files` are paths. */
export function strangers(files) {
  const found = new Set();
  for (const file of files.filter((name) => name.startsWith('libs/'))) {
    const [, area, room, ...rest] = file.split('/');
    if (!(area in areas)) found.add(`libs/${area} is not on the map in tools/architecture.mjs`);
    else if (rest.length === 0 && room !== 'README.md') found.add(`${file} lies in no room`);
    else if (rest.length > 0 && !rooms.includes(room))
      found.add(`libs/${area}/${room} is no room: there are ${rooms.join(', ')}`);
    else if (rest.length > 0 && !files.includes(`libs/${area}/${room}/index.ts`))
      found.add(`libs/${area}/${room} has no door (index.ts)`);
    if (!files.includes(`libs/${area}/README.md`)) found.add(`libs/${area} has no README.md`);
  }
  return [...found];
}

/** Circles in a graph of names, each as the path that closes it. */
export function circles(graph) {
  const found = [];
  const done = new Set();
  const walk = (name, path) => {
    if (path.includes(name)) return void found.push([...path.slice(path.indexOf(name)), name].join(' → '));
    if (done.has(name)) return;
    for (const next of graph[name] ?? []) walk(next, [...path, name]);
    done.add(name);
  };
  for (const name of Object.keys(graph)) walk(name, []);
  return found;
}

/** Which file imports which, by relative paths; what vanishes when compiled makes no circle. */
export function fileGraph(texts) {
  return Object.fromEntries(
    Object.entries(texts).map(([file, text]) => {
      const relative = importsOf(text).filter(({ path, typeOnly }) => path.startsWith('.') && !typeOnly);
      const targets = relative.map(({ path }) => posix.normalize(posix.join(posix.dirname(file), path)));
      return [
        file,
        targets.flatMap((target) =>
          [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`, target].filter((name) => name in texts).slice(0, 1),
        ),
      ];
    }),
  );
}
