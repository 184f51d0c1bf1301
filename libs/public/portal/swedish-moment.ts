/** The moment when clocks in Sweden show that hour on that day, wherever the browser is; null for what is no day or hour. */
export function swedishMoment(day: string, clock: string): string | null {
  const asIfUtc = Date.parse(`${day}T${clock}:00Z`);
  if (Number.isNaN(asIfUtc)) return null;
  const shown = (at: number) =>
    Date.parse(
      `${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'medium' }).format(at).replace(' ', 'T')}Z`,
    );
  const first = asIfUtc - (shown(asIfUtc) - asIfUtc);
  return new Date(first - (shown(first) - asIfUtc)).toISOString();
}
