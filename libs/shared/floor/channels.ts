// The ways by which hidden things have shown elsewhere, each learnt from a real leak.
export const channels = [
  'list',
  'detail',
  'search',
  'autocomplete',
  'feed',
  'related',
  'map',
  'counters',
  'export',
  'nested',
  'history',
  'mail',
  'calendar',
  'duplicates',
  'evidence',
  'open-data',
  'errors',
  'edit',
] as const;
export type Channel = (typeof channels)[number];

const none = { none: 'The area has nothing of the kind.' } as const;

/** An area's channels, when it has only some of them: the rest are declared as not there. */
export const only = (
  some: Partial<Record<Channel, readonly string[] | { none: string }>>,
): Record<Channel, readonly string[] | { none: string }> =>
  Object.fromEntries(channels.map((channel) => [channel, some[channel] ?? none])) as Record<
    Channel,
    readonly string[] | { none: string }
  >;
