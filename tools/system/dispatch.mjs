// Runs the script of a folder that is named, or says what there is.
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { launch, onEnd, stop } from './processes.mjs';
import { Trouble } from './trouble.mjs';

export const namesIn = (folder) =>
  globSync(`${folder}/*.mjs`)
    .map((file) => basename(file, '.mjs'))
    .sort();

/** Runs <folder>/<name>.mjs to its end; its failure is this command's. */
export async function runNamed(folder, name, args) {
  const names = namesIn(folder);
  if (!names.includes(name)) {
    throw new Trouble(
      names.length > 0
        ? `There is no "${name}"; there are: ${names.join(', ')}.`
        : `${folder} is empty: nothing to run yet.`,
    );
  }
  const child = launch(process.execPath, [`${folder}/${name}.mjs`, ...args], { stdio: 'inherit' });
  onEnd((signal) => stop(child, signal, 30_000));
  const { code } = await child.ended;
  if (code !== 0) throw new Trouble(`${name} ended with an error: the lines above say why.`);
}
