/** Asks until the answer fits, and gives it. Throws with the last answer when none has come in ten seconds. */
export async function comes<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  for (const end = Date.now() + 10_000; ; await new Promise((next) => setTimeout(next, 50))) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`It did not come: ${JSON.stringify(answer)}`);
  }
}
