// The map of the house: each area, and the areas it may lean on. Leaning carries on downwards (who leans on
// organizations may also use geography); nothing leans back. Every planned area stands here, built or not.
import { existsSync } from 'node:fs';

export const rooms = ['contract', 'api', 'portal', 'floor'];

/** Which rooms a room may use, in its own area and in those below. */
export const roomUses = {
  contract: ['contract'],
  api: ['api', 'contract'],
  portal: ['portal', 'contract'],
  floor: ['floor', 'contract'],
};

export const areas = {
  shared: [],
  reading: [],
  writing: [],
  geography: [],
  organizations: ['geography'],
  identity: ['organizations'],
  vocabularies: ['organizations', 'identity'],
  privacy: ['identity'],
  contacts: ['organizations', 'identity'],
  strategies: ['organizations', 'contacts'],
  consultations: ['organizations', 'identity', 'strategies', 'contacts'],
  actions: ['organizations', 'strategies', 'contacts', 'vocabularies'],
  intake: ['identity', 'actions', 'vocabularies'],
  tasks: ['organizations', 'identity', 'actions', 'contacts'],
  comments: ['organizations', 'identity', 'actions', 'contacts'],
  attachments: ['organizations', 'actions'],
  coverage: ['organizations', 'strategies', 'actions', 'contacts'],
  assignments: ['organizations', 'strategies', 'actions', 'contacts'],
  questions: ['organizations', 'contacts'],
  support: ['organizations', 'contacts', 'vocabularies', 'questions', 'public'],
  publications: ['organizations', 'strategies'],
  learning: ['organizations', 'publications', 'contacts', 'vocabularies', 'public'],
  methods: ['organizations', 'learning', 'actions', 'contacts', 'vocabularies'],
  agreements: ['organizations'],
  services: ['organizations', 'agreements'],
  groups: ['organizations', 'contacts', 'actions'],
  studies: ['organizations', 'publications', 'actions'],
  indicators: ['geography', 'strategies'],
  followup: ['strategies', 'actions', 'indicators'],
  public: ['geography', 'contacts', 'strategies', 'publications'],
  activity: ['identity'],
  calendar: ['identity'],
  search: [],
};

/**
 * What every area stands on, each on those before it. The portal's pieces for reading and for writing have doors of
 * their own: what stands behind one door is fetched together, and the first page needs neither.
 */
const ground = ['shared', 'reading', 'writing'];

/** Everything an area may use: itself, what it leans on all the way down, and the ground. */
export function reach(area, map = areas, seen = new Set()) {
  if (seen.has(area)) return seen;
  seen.add(area);
  for (const below of map[area] ?? []) reach(below, map, seen);
  for (const below of ground.slice(0, ground.includes(area) ? ground.indexOf(area) : ground.length)) seen.add(below);
  return seen;
}

/** The areas that have at least one room on disk. */
export const built = () =>
  Object.keys(areas).filter((area) => rooms.some((room) => existsSync(`libs/${area}/${room}/index.ts`)));

const tagged = (prefix, names) => names.map((name) => `${prefix}:${name}`);

/** The same map in the words of the Nx lint rule. */
export const boundaries = [
  ...rooms.map((room) => ({
    sourceTag: `runtime:${room}`,
    onlyDependOnLibsWithTags: tagged('runtime', roomUses[room]),
  })),
  ...Object.keys(areas).map((area) => ({
    sourceTag: `area:${area}`,
    onlyDependOnLibsWithTags: tagged('area', [...reach(area)]),
  })),
  { sourceTag: 'app:e2e', onlyDependOnLibsWithTags: ['runtime:contract'] },
];

if (import.meta.main) {
  const standing = built();
  for (const [area, below] of Object.entries(areas)) {
    console.log(
      `${standing.includes(area) ? 'built  ' : 'planned'}  ${area.padEnd(17)} → ${below.join(', ') || '(nothing)'}`,
    );
  }
}
