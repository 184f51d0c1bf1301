/** Reads a choice of this browser, or writes it when a value is given. Silent where storage is shut off. */
export function remembered(name: string, value?: string): string | null {
  try {
    if (value !== undefined) localStorage.setItem(`samverkan.${name}`, value);
    return localStorage.getItem(`samverkan.${name}`);
  } catch {
    return null;
  }
}
