// Kontakter as files at 20,000 functions: how long each takes, and how much more memory than before the API had at most meanwhile.
// `npm run bench -- exports [functions]`. Needs Linux: the peak is what its kernel noted.
import { say } from '../system/progress.mjs';
import { againstFloor } from './parts/against-floor.mjs';
import { fillContacts } from './parts/contacts.mjs';
import { forgetPeak, memoryOf } from './parts/downloads.mjs';

const functions = Number(process.argv[2]) || 20_000;
const rounds = 3;
const formats = { csv: /\r\n/g, vcf: /END:VCARD/g, xlsx: null };

await againstFloor(async ({ owner, api, cookie, pid }) => {
  await fillContacts(owner, functions, say);
  const table = [];
  for (const [format, mark] of Object.entries(formats))
    for (let round = 1; round <= rounds; round++) {
      await new Promise((next) => setTimeout(next, 2000));
      forgetPeak(pid);
      const [before, from] = [memoryOf(pid, 'VmRSS'), performance.now()];
      const answer = await fetch(`${api}/api/contacts/export?scope=all&format=${format}`, { headers: { cookie } });
      if (answer.status !== 200) throw new Error(`${format}: ${answer.status} ${await answer.text()}`);
      const body = Buffer.from(await answer.arrayBuffer());
      table.push({
        format,
        round,
        rows: mark ? (body.toString('utf8').match(mark)?.length ?? 0) : '',
        MB: (body.length / 1e6).toFixed(1),
        seconds: ((performance.now() - from) / 1000).toFixed(1),
        'before, MB': before.toFixed(0),
        'at most, MB': memoryOf(pid, 'VmHWM').toFixed(0),
      });
    }
  console.table(table);
});
