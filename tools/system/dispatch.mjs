// Runs the module of a folder that is named, or lists what there is.
import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Trouble } from './trouble.mjs';

export const namesIn = (folder) =>
  globSync(`${folder}/*.mjs`)
    .map((file) => basename(file, '.mjs'))
    .sort();

/** Imports tools/<folder>/<name>.mjs and calls its `run(args)`. */
export async function runNamed(folder, name, args) {
  const names = namesIn(folder);
  if (!names.includes(name)) {
    throw new Trouble(
      names.length > 0
        ? `There is no "${name}"; there are: ${names.join(', ')}.`
        : `${folder} is empty: nothing to run yet.`,
    );
  }
  const { run } = await import(pathToFileURL(resolve(folder, `${name}.mjs`)).href);
  if (typeof run !== 'function') throw new Trouble(`${folder}/${name}.mjs exports no run(args).`);
  return run(args);
}
