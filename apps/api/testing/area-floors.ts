// Every area tells of its own floor; an area on disk that does not is found here, not forgotten.
import { readdirSync } from 'node:fs';
import type { AreaFloor } from '@samverkan/shared/floor';

export interface NamedFloor {
  area: string;
  floor: AreaFloor;
}

export const areasOnDisk = (): string[] =>
  readdirSync('libs', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

export const areaFloors = (): Promise<NamedFloor[]> =>
  Promise.all(
    areasOnDisk().map(async (area) => {
      const room = (await import(`@samverkan/${area}/floor`)) as { floor: AreaFloor };
      return { area, floor: room.floor };
    }),
  );
