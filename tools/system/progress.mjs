// Progress lines with the seconds since the command began, so that a wait is always explained.
const began = performance.now();

export const seconds = (from = began) => ((performance.now() - from) / 1000).toFixed(1);

export const say = (text) => console.log(`[${seconds().padStart(5)} s] ${text}`);

/** Says what goes on, and every ten seconds that it still does, until the work is done. */
export async function during(text, work) {
  say(text);
  const from = performance.now();
  const reminder = setInterval(() => say(`${text} (${Math.round(Number(seconds(from)))} s so far)`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(reminder);
  }
}
