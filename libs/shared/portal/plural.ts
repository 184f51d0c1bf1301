/** The key for a count: `<key>.none`, `.one` or `.other`. Each is a whole sentence. */
export const plural = (key: string, count: number): string =>
  `${key}.${count === 0 ? 'none' : count === 1 ? 'one' : 'other'}`;
