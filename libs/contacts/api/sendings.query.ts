// What an organisation has sent. Row-level security keeps it to those who keep its functions.
import { moment } from '@samverkan/shared/api';
import { party, swedish } from './contact.sql';

const count = (state: string) => `count(*) filter (where r.state = '${state}')`;

// An account that is gone has no name of its own any more, and its row says what it was.
const summary = `
  'id', s.id, 'sentAt', ${moment('s.sent_at')}, 'sentBy', (select p.name from app_user p where p.id = s.sent_by), 'subject', s.subject,
  'recipients', n.recipients, 'waiting', n.waiting, 'sent', n.sent, 'failed', n.failed, 'declined', s.declined`;
const counted = `cross join lateral (
  select count(*) as recipients, ${count('waiting')} as waiting, ${count('sent')} as sent, ${count('failed')} as failed
  from contact_sending_recipient r where r.sending_id = s.id) n`;
const own = 's.organization_id = ctx_org()';

/** $1 rows to a page, $2 rows before it, $3 the most that are counted. Newest first. */
export const sendingPage = `
  with page as (select * from contact_sending s where ${own} order by s.sent_at desc, s.id desc limit $1::int offset $2::int),
    matching as (select count(*) as n from (select 1 from contact_sending s where ${own} limit $3::int + 1) m)
  select json_build_object(
    'items', coalesce((select json_agg(json_build_object(${summary}) order by s.sent_at desc, s.id desc) from page s ${counted}), '[]'::json),
    'page', $2::int / $1::int + 1, 'size', $1::int, 'total', least(n, $3::int), 'capped', n > $3::int)::text as json
  from matching`;

const functions = `coalesce((
  select json_agg(json_build_object('id', f.id, 'title', f.title, 'organization', (select ${party('o')} from organization o where o.id = f.organization_id))
    order by f.title ${swedish}, f.id)
  from contact_function f where f.id = any (r.function_ids)), '[]'::json)`;

/** $1 the sending. */
export const sendingById = `
  select json_build_object(${summary}, 'text', s.text, 'replyTo', s.reply_to, 'againOf', s.again_of,
    'againIn', (select a.id from contact_sending a where a.again_of = s.id),
    'outcomes', (select json_agg(json_build_object('mailbox', r.mailbox, 'state', r.state, 'reason', r.reason, 'functions', ${functions})
      order by array_position(array['failed', 'waiting', 'sent'], r.state), r.mailbox, r.id)
      from contact_sending_recipient r where r.sending_id = s.id))::text as json
  from contact_sending s ${counted} where s.id = $1 and ${own}`;

/** $1 the function that is to get the answers: one of the acting organisation's own that others see and can write to. */
export const replyFunction = `
  select f.title, f.mailbox as "replyTo", o.name as organization
  from contact_function f join organization o on o.id = f.organization_id
  where f.id = $1 and f.organization_id = ctx_org() and f.retired_on is null and f.visibility >= 2 and f.mailbox is not null`;

/** $1 a sending whose letters did not all arrive: what is sent again, and to whom. */
export const sendingToRepeat = `
  select s.subject, s.text, s.reply_function_id as "replyTo", exists (select 1 from contact_sending a where a.again_of = s.id) as again,
    coalesce((select array_agg(distinct x) from contact_sending_recipient r, unnest(r.function_ids) x where r.sending_id = s.id and r.state = 'failed'), '{}') as "functionIds"
  from contact_sending s where s.id = $1 and ${own}`;
