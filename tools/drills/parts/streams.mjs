// Readers of the live stream, as a browser is one: it keeps its place, comes back after the time it was told, and goes on from there.
import { setTimeout as sleep } from 'node:timers/promises';

/** `{ heard, retries, breaks, opened, close() }`; `heard` maps an event's cursor to how often it came. `url()` is asked at each connection. */
export function aReader(person, url, { comesBack = true, onChange = () => undefined } = {}) {
  const reader = { heard: new Map(), retries: [], breaks: 0, opened: 0, place: undefined, restarts: 0 };
  let going = true;
  let abort = new AbortController();
  let wait = 500;
  const line = (field, value, event) => {
    if (field === 'retry') {
      wait = Number(value);
      reader.retries.push(wait);
    }
    if (field === 'id') reader.place = value;
    if (field === 'event') event.kind = value;
    if (field === 'data') event.data = value;
  };
  const tell = (event) => {
    if (event.kind === 'ready' || event.kind === 'restart') reader.opened += 1;
    if (event.kind === 'restart') reader.restarts += 1;
    if (event.kind !== 'change') return;
    const change = JSON.parse(event.data);
    reader.heard.set(reader.place, (reader.heard.get(reader.place) ?? 0) + 1);
    onChange(change, reader);
  };
  const read = async () => {
    const headers = { cookie: person.cookie, ...(reader.place ? { 'last-event-id': reader.place } : {}) };
    const response = await fetch(`${url()}/api/activity/stream`, { headers, signal: abort.signal });
    if (!response.ok) throw new Error(`The stream answered ${response.status}.`);
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body) {
      rest += decoder.decode(chunk, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop();
      for (const block of blocks) {
        const event = {};
        for (const row of block.split('\n')) {
          const [, field, value] = /^(\w+): ?(.*)$/.exec(row) ?? [];
          if (field) line(field, value, event);
        }
        tell(event);
      }
    }
  };
  const work = (async () => {
    while (going) {
      abort = new AbortController();
      await read().catch(() => undefined);
      if (!going || !comesBack) return;
      reader.breaks += 1;
      await sleep(wait);
    }
  })();
  return Object.assign(reader, {
    ended: work,
    /** The network goes away for a moment. */
    cut: () => abort.abort(),
    async close() {
      going = false;
      abort.abort();
      await work;
    },
  });
}
