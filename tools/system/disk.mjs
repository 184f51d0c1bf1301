// Room on the disk, asked before it is needed. Runs on any Node from 20.
import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Trouble } from './trouble.mjs';

/** Refuses to go on when the disk that holds `folder` has less than `gigabytes` left. */
export function requireSpace(folder, gigabytes) {
  let place = resolve(folder);
  while (!existsSync(place)) place = dirname(place);
  const { bavail, bsize } = statfsSync(place);
  const free = (bavail * bsize) / 1e9;
  if (free < gigabytes) {
    throw new Trouble(
      `Only ${free.toFixed(1)} GB is free where ${place} lies: free at least ${gigabytes} GB and run the command again.`,
    );
  }
}
