// npm passes a SIGTERM on to its shell alone, which ends without telling what it runs: whatever npm started looks for itself whether it is still wanted.
const everyMs = 500;

/** Calls `gone` once when the process that started this one has ended; only where npm is what started it. */
export function whenParentEnds(gone) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    gone();
  }, everyMs);
  watch.unref();
}
