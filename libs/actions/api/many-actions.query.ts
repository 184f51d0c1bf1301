export const newIds = 'select new_id() as id from generate_series(1, $1::int)';

/** Many actions of the acting organisation at once; $1 JSON. */
export const addActions = `
  insert into action (id, title, description, kind, status, starts_on, ends_on, visibility, responsible_function, responsible_function_id,
    target_groups, forms, phases, municipality_codes, county_codes, owner_ids, partner_ids, partner_names, goal_ids)
  select g.id, g.title, g.description, g.kind, g.status, g."startsOn", g."endsOn", g.visibility, g."responsibleFunction", g."responsibleFunctionId",
    g."targetGroups", g.forms, g.phases, g."municipalityCodes", g."countyCodes", array[ctx_org()], g."partnerIds", g."partnerNames", g."goalIds"
  from jsonb_to_recordset($1::jsonb) as g (id uuid, title text, description text, kind text, status text, "startsOn" date, "endsOn" date, visibility smallint,
    "responsibleFunction" text, "responsibleFunctionId" uuid, "targetGroups" text[], forms text[], phases text[], "municipalityCodes" text[], "countyCodes" text[],
    "partnerIds" uuid[], "partnerNames" text[], "goalIds" uuid[])`;

/** Brings many on by a verb; $1 JSON with what each becomes. */
export const moveActions = `
  update action a set status = g.status, status_since = g."statusSince", paused_from = g."pausedFrom", paused_from_since = g."pausedFromSince",
    cancel_reason = g."cancelReason", step_before = g."stepBefore", version = g.version, changed_at = clock_timestamp()
  from jsonb_to_recordset($1::jsonb) as g (id uuid, status text, "statusSince" date, "pausedFrom" text, "pausedFromSince" date, "cancelReason" text, "stepBefore" jsonb, version integer)
  where a.id = g.id`;
