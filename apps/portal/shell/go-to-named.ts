const everyMs = 50;

/** When a whole page is opened at something its address names (a line, a heading), the browser looked for that before it was there: goes there as soon as it is. Not for ever (ten seconds), and not once she has begun something herself. */
export function goToNamed(document: Document, name: string, tries = 200): void {
  setTimeout(() => {
    const begun = document.activeElement !== null && document.activeElement !== document.body;
    if (begun || tries === 0) return;
    const named = document.getElementById(name);
    if (!named) return goToNamed(document, name, tries - 1);
    // Read from there on, by eye and by keyboard; fields and buttons already take focus.
    if (named.tabIndex < 0) named.tabIndex = -1;
    named.scrollIntoView();
    named.focus({ preventScroll: true });
  }, everyMs);
}
