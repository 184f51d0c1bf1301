// Imports that this window has begun and not yet told the outcome of, so that whoever leaves the page and comes back is told. Only the key is kept, for the one whose import it is.
const named = (at: string) => `samverkan.import.${at}`;

/** On their way from this page of the portal: the API may not have heard of them yet. */
const sending = new Set<string>();

interface Begun {
  whose: string;
  key: string;
  at: number;
}
/** A day: the API keeps what one came to for two, and after that could only say that it knows of none. */
const rememberedMs = 86_400_000;

export function rememberImport(at: string, whose: string, key: string): void {
  try {
    sessionStorage.setItem(named(at), JSON.stringify({ whose, key, at: Date.now() }));
  } catch {
    // Where nothing can be kept, the page that began it tells.
  }
}

/** The key of the one that was begun last at this address, if it is this person's. */
export function begunImport(at: string, whose: string): string | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(named(at)) ?? 'null') as Begun | null;
    return kept?.whose === whose && Date.now() - kept.at < rememberedMs ? kept.key : null;
  } catch {
    return null;
  }
}

export function forgetImport(at: string): void {
  try {
    sessionStorage.removeItem(named(at));
  } catch {
    // Nothing was kept.
  }
}

export const isBeingSent = (key: string): boolean => sending.has(key);

export async function whileSent<T>(key: string, send: () => Promise<T>): Promise<T> {
  sending.add(key);
  try {
    return await send();
  } finally {
    sending.delete(key);
  }
}
