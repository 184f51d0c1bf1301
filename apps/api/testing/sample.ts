/** Everything is tried (`npm run drill -- floor`); else a sample that still touches each thing and each reader. */
export const whole = process.env['SAMVERKAN_WHOLE'] === '1';

/** A third of a list, another third at each turn: over three turns everything has been tried. All of it when the whole is asked for. */
export const thirdOf = <T>(list: readonly T[], turn: number): T[] =>
  whole ? [...list] : list.filter((_, at) => at % 3 === turn % 3);

/** The same by sixths, where there are many. */
export const sixthOf = <T>(list: readonly T[], turn: number): T[] =>
  whole ? [...list] : list.filter((_, at) => at % 6 === turn % 6);

/** One of a few that are alike, another at each turn. All of them when the whole is asked for. */
export const oneOf = <T>(list: readonly T[], turn: number): T[] =>
  whole ? [...list] : list.slice(turn % list.length, (turn % list.length) + 1);

/** How many random rounds to run. */
export const rounds = (some: number, all: number): number => (whole ? all : some);

/** Which of three parts are tried: `0`, or `12`. */
const parts = process.env['SAMVERKAN_PARTS'];

/** Every third of a list: a whole `npm test` tries one part and `npm run check` the two others. All of it when none is asked for. */
export const partOf = <T>(list: readonly T[]): T[] =>
  parts === undefined || whole ? [...list] : list.filter((_, at) => parts.includes(String(at % 3)));
