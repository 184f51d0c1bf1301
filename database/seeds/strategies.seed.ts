// The three national frames and Västernorrland's two chains, with their goals, links and signatories.
import { frameFacts, goalFacts, strategyFacts, successionFacts } from './strategies/facts';
import { linkFacts } from './strategies/links';
import { signatoryFacts } from './strategies/signatories';

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

export async function seedStrategies(sql: Sql): Promise<void> {
  await sql(
    `insert into strategy (key, kind, title, title_en, short_title, short_title_en, starts_on, ends_on, status, document, vision,
       vision_en, note, note_en, signed_on, signatory_count, sources, verification, owner_organization_id, county_codes)
     select f.key, f.kind, f.title, f."titleEn", f."shortTitle", f."shortTitleEn", f."startsOn", f."endsOn", f.status, f.document,
       f.vision, f."visionEn", f.note, f."noteEn", f."signedOn", f."signatoryCount", f.sources, f.verification, o.id, f."countyCodes"
     from jsonb_to_recordset($1::jsonb) as f(key text, kind text, title text, "titleEn" text, "shortTitle" text, "shortTitleEn" text,
       "startsOn" date, "endsOn" date, status text, document text, vision text, "visionEn" text, note text, "noteEn" text,
       "signedOn" date, "signatoryCount" integer, sources text[], verification text, "ownerKey" text, "countyCodes" text[])
     left join organization o on o.key = f."ownerKey"
     on conflict (key) do nothing`,
    [JSON.stringify(strategyFacts())],
  );
  await sql(
    `insert into strategy_succession (old_id, new_id, verification)
     select o.id, n.id, f.verification
     from jsonb_to_recordset($1::jsonb) as f("oldKey" text, "newKey" text, verification text)
     join strategy o on o.key = f."oldKey" join strategy n on n.key = f."newKey"
     on conflict do nothing`,
    [JSON.stringify(successionFacts())],
  );
  await sql(
    `insert into strategy_frame (strategy_id, frame_id)
     select s.id, p.id
     from jsonb_to_recordset($1::jsonb) as f("strategyKey" text, "frameKey" text)
     join strategy s on s.key = f."strategyKey" join strategy p on p.key = f."frameKey"
     on conflict do nothing`,
    [JSON.stringify(frameFacts())],
  );
  await sql(
    `insert into goal (key, strategy_id, number, title, title_en, sort, kind, placeholder)
     select f.key, s.id, f.number, f.title, f."titleEn", f.sort, f.kind, f.placeholder
     from jsonb_to_recordset($1::jsonb) as f(key text, "strategyKey" text, number text, title text, "titleEn" text, sort integer, kind text, placeholder boolean)
     join strategy s on s.key = f."strategyKey"
     on conflict (key) do update set sort = excluded.sort where goal.sort <> excluded.sort`,
    [JSON.stringify(goalFacts())],
  );
  await sql(
    `update goal g set parent_id = p.id from jsonb_to_recordset($1::jsonb) as f(key text, "parentKey" text) join goal p on p.key = f."parentKey"
     where g.key = f.key and g.parent_id is null`,
    [JSON.stringify(goalFacts())],
  );
  await sql(
    `insert into goal_link (goal_id, frame_goal_id, motive, motive_en, verification)
     select g.id, p.id, f.motive, f."motiveEn", f.verification
     from jsonb_to_recordset($1::jsonb) as f(goal text, "frameGoal" text, motive text, "motiveEn" text, verification text)
     join goal g on g.key = f.goal join goal p on p.key = f."frameGoal"
     on conflict do nothing`,
    [JSON.stringify(linkFacts)],
  );
  await sql(
    `insert into signatory (strategy_id, name, organization_id, capacity, signed_on, sort)
     select s.id, f.name, o.id, f.capacity, f."signedOn", f.sort
     from jsonb_to_recordset($1::jsonb) as f("strategyKey" text, name text, "organizationKey" text, capacity text,
       "signedOn" date, sort integer)
     join strategy s on s.key = f."strategyKey" left join organization o on o.key = f."organizationKey"
     on conflict (strategy_id, name) do nothing`,
    [JSON.stringify(signatoryFacts())],
  );
}
