// Every area tells of its own floor; an area on disk that does not is found here, not forgotten.
import { existsSync, readdirSync } from 'node:fs';
import type { AreaFloor } from '@samverkan/shared/floor';

export interface NamedFloor {
  area: string;
  floor: AreaFloor;
}

/** Those that the API has anything of; the portal's own pieces are met through it. */
export const areasOnDisk = (): string[] =>
  readdirSync('libs')
    .filter((area) => existsSync(`libs/${area}/api`) || existsSync(`libs/${area}/contract`))
    .sort();

export const areaFloors = (): Promise<NamedFloor[]> =>
  Promise.all(
    areasOnDisk().map(async (area) => {
      const room = (await import(`@samverkan/${area}/floor`)) as { floor: AreaFloor };
      return { area, floor: room.floor };
    }),
  );
