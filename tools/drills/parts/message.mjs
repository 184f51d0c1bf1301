// A message to many functions, as somebody sends it from Utskick, and what becomes of each of its letters.
import { ask } from './people.mjs';
import { ownWord } from './words.mjs';

const functions = `
  insert into contact_function (organization_id, title, subjects, municipality_codes, county_codes, mailbox, visibility, next_verification_on, created_by)
  select $1, 'Övning ' || n, array['coordination'], array['2282'], array['22'], $2 || '-' || n || '@test.example', 3, today() + 180, $3
  from generate_series(1, $4::int) n returning id`;

/** Sends a message to `count` functions of the person's own organisation, each with a mailbox of its own. Gives `{ id, answeredMs, mailboxes }`. */
export async function sendMessage(ground, person, url, count) {
  const word = ownWord();
  const rows = await ground.sql(functions, [person.organizationId, word, person.userId, count]);
  const functionIds = rows.map(({ id }) => id);
  const message = {
    functionIds,
    replyTo: functionIds[0],
    subject: 'Nätverksträff i november',
    text: 'Hej!\n\nNu är dagen för nätverksträffen bestämd. Svara på det här brevet om ni kommer.',
    recipients: count,
  };
  const from = performance.now();
  const { status, body } = await ask(person, url, 'POST', '/api/contacts/sendings', message);
  if (status !== 201) throw new Error(`The message was answered ${status} ${JSON.stringify(body)}`);
  const mailboxes = functionIds.map((_, n) => `${word}-${n + 1}@test.example`);
  return { id: body.id, answeredMs: performance.now() - from, mailboxes };
}

/** How many of the message's letters are on their way, taken, and not; and how many times each mailbox got its letter. */
export async function outcomeOf(ground, { id, mailboxes }) {
  const [counts] = await ground.sql(
    `select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'sent')::int as sent,
       count(*) filter (where state = 'failed')::int as failed from contact_sending_recipient where sending_id = $1`,
    [id],
  );
  const arrived = await ground.sql(
    'select to_address as address, count(*)::int as n from demo_mail where to_address = any ($1) group by 1',
    [mailboxes],
  );
  return { ...counts, arrived: arrived.length, doubled: arrived.filter(({ n }) => n > 1).length };
}
