const everyMs = 50;
/** What she does herself: from then on the page is hers. */
const deeds = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** When a whole page is opened at something its address names (a line, a heading), the browser looked for that before it was there: goes there as soon as it is. Not for ever (ten seconds), and not once she has begun something herself, if only to scroll. */
export function goToNamed(document: Document, name: string, tries = 200): void {
  let left = tries;
  const stop = () => {
    clearInterval(looking);
    for (const deed of deeds) document.removeEventListener(deed, stop);
  };
  const looking = setInterval(() => {
    const begun = document.activeElement !== null && document.activeElement !== document.body;
    const named = document.getElementById(name);
    if (begun || named || left-- === 0) stop();
    if (begun || !named) return;
    // Read from there on, by eye and by keyboard; fields and buttons already take focus.
    if (named.tabIndex < 0) named.tabIndex = -1;
    named.scrollIntoView();
    named.focus({ preventScroll: true });
  }, everyMs);
  for (const deed of deeds) document.addEventListener(deed, stop, { passive: true });
}
