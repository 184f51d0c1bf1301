import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

/**
 * What somebody happened to write of a person in a strategy, a goal or a commitment can be hidden at once and cleaned. Others build on these
 * rows, so they stay where they are: their words are put away, and "[dold]" stands for them everywhere until somebody has cleaned them.
 */
export class WordsOfStrategiesCanBeHidden1763900000057 implements MigrationInterface {
  name = 'WordsOfStrategiesCanBeHidden1763900000057';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(store);
    await runner.query(parts);
    await runner.query(deeds);
    await runner.query(purge);
  }

  async down(): Promise<void> {
    throw new Error('Words that are hidden would be lost: restore a backup instead.');
  }
}

const store = `
  create table strategy_hidden_text (
    object_id uuid primary key, kind text not null check (kind in ('strategy', 'goal', 'commitment')),
    strategy_id uuid not null references strategy (id),
    -- The words by their names, as they stood; what others had taken down of a goal; and the rows of history that held them.
    texts jsonb not null, quoted jsonb not null default '[]', history jsonb not null default '[]',
    hidden_at timestamptz not null default clock_timestamp()
  );
  create index strategy_hidden_text_strategy on strategy_hidden_text (strategy_id);
  select secure_table('strategy_hidden_text');
  create policy read on strategy_hidden_text for select to samverkan_app using (object_id = (select ctx_purging())
    and exists (select from sensitive_text s where s.object_id = strategy_hidden_text.object_id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)));
`;

/** The words of each kind by their names. A motive bears the goal or frame it is about: "motive:<id>". */
const parts = `
  create function strategy_texts(given text, target uuid) returns jsonb language sql stable set search_path from current as $$
    select jsonb_object_agg(name, words) filter (where coalesce(words, '') <> '') from (
      select v.name, v.words from strategy s, lateral (values ('title', s.title), ('titleEn', s.title_en), ('shortTitle', s.short_title), ('shortTitleEn', s.short_title_en),
        ('document', s.document), ('vision', s.vision), ('visionEn', s.vision_en), ('note', s.note), ('noteEn', s.note_en), ('repealMotive', s.repeal_motive)) v (name, words)
        where given = 'strategy' and s.id = target
      union all select 'motive:' || f.frame_id, f.motive from strategy_frame f where given = 'strategy' and f.strategy_id = target
      union all select 'way:' || y.old_goal_id, y.motive from goal_succession y where given = 'strategy' and y.strategy_id = target
      union all select v.name, v.words from goal g, lateral (values ('title', g.title), ('titleEn', g.title_en), ('goalText', g.text), ('goalTextEn', g.text_en)) v (name, words)
        where given = 'goal' and g.id = target
      union all select 'motive:' || l.frame_goal_id, l.motive from goal_link l where given = 'goal' and l.goal_id = target
      union all select 'motiveEn:' || l.frame_goal_id, l.motive_en from goal_link l where given = 'goal' and l.goal_id = target
      union all select 'commitment', c.text from commitment c where given = 'commitment' and c.id = target) all_words
  $$;
  -- Writes the words that are given; the others stand as they are. Only what is empty or hidden gives way when \`careful\`: what has been written anew since stays.
  create function strategy_texts_write(given text, target uuid, words jsonb, careful boolean) returns void language plpgsql volatile set search_path from current as $$
  declare
    hidden constant text := '[dold]';
  begin
    if given = 'strategy' then
      update strategy s set
        title = case when words ? 'title' and (not careful or s.title = hidden) then words->>'title' else s.title end,
        title_en = case when words ? 'titleEn' and (not careful or s.title_en = hidden) then nullif(words->>'titleEn', '') else s.title_en end,
        short_title = case when words ? 'shortTitle' and (not careful or s.short_title = hidden) then words->>'shortTitle' else s.short_title end,
        short_title_en = case when words ? 'shortTitleEn' and (not careful or s.short_title_en = hidden) then nullif(words->>'shortTitleEn', '') else s.short_title_en end,
        document = case when words ? 'document' and (not careful or s.document = hidden) then nullif(words->>'document', '') else s.document end,
        vision = case when words ? 'vision' and (not careful or s.vision = hidden) then nullif(words->>'vision', '') else s.vision end,
        vision_en = case when words ? 'visionEn' and (not careful or s.vision_en = hidden) then nullif(words->>'visionEn', '') else s.vision_en end,
        note = case when words ? 'note' and (not careful or s.note = hidden) then nullif(words->>'note', '') else s.note end,
        note_en = case when words ? 'noteEn' and (not careful or s.note_en = hidden) then nullif(words->>'noteEn', '') else s.note_en end,
        repeal_motive = case when words ? 'repealMotive' and (not careful or s.repeal_motive = hidden) then words->>'repealMotive' else s.repeal_motive end,
        version = s.version + 1, changed_at = clock_timestamp() where s.id = target;
      update strategy_frame f set motive = nullif(words->>('motive:' || f.frame_id), '')
        where f.strategy_id = target and words ? ('motive:' || f.frame_id) and (not careful or f.motive = hidden);
      update goal_succession y set motive = words->>('way:' || y.old_goal_id), version = y.version + 1
        where y.strategy_id = target and words ? ('way:' || y.old_goal_id) and (not careful or y.motive = hidden);
    elsif given = 'goal' then
      update goal g set
        title = case when words ? 'title' and (not careful or g.title = hidden) then words->>'title' else g.title end,
        title_en = case when words ? 'titleEn' and (not careful or g.title_en = hidden) then nullif(words->>'titleEn', '') else g.title_en end,
        text = case when words ? 'goalText' and (not careful or g.text = hidden) then nullif(words->>'goalText', '') else g.text end,
        text_en = case when words ? 'goalTextEn' and (not careful or g.text_en = hidden) then nullif(words->>'goalTextEn', '') else g.text_en end,
        version = g.version + 1 where g.id = target;
      update goal_link l set
        motive = case when words ? ('motive:' || l.frame_goal_id) and (not careful or l.motive = hidden) then nullif(words->>('motive:' || l.frame_goal_id), '') else l.motive end,
        motive_en = case when words ? ('motiveEn:' || l.frame_goal_id) and (not careful or l.motive_en = hidden) then nullif(words->>('motiveEn:' || l.frame_goal_id), '') else l.motive_en end
        where l.goal_id = target;
    else
      update commitment c set text = words->>'commitment', version = c.version + 1, changed_at = clock_timestamp()
        where c.id = target and words ? 'commitment' and (not careful or c.text = hidden);
    end if;
  end $$;
  -- The rows of the strategy's history that are about this one's words.
  create function strategy_text_history(given text, target uuid) returns setof uuid language sql stable set search_path from current as $$
    select l.id from change_log l join strategy s on s.id = l.object_id
      where given = 'strategy' and s.id = target and l.area = 'strategies' and (l.field in ('frameIds', 'repeal', 'goalWay')
        or l.field in ('title', 'titleEn', 'shortTitle', 'shortTitleEn', 'document', 'vision', 'visionEn', 'note', 'noteEn'))
    union all select l.id from change_log l join goal g on g.id = target and g.strategy_id = l.object_id
      where given = 'goal' and l.area = 'strategies' and (l.after->>'goalId' = target::text and l.field in ('goal', 'goalLinks', 'goal.title', 'goal.titleEn', 'goal.text', 'goal.textEn')
        or l.field in ('goalRemoved', 'goalRestored') and g.title in (l.before #>> '{}', l.after #>> '{}'))
    union all select l.id from change_log l join commitment c on c.id = target join goal g on g.id = c.goal_id and g.strategy_id = l.object_id
      where given = 'commitment' and l.area = 'strategies' and l.after->>'goalId' = c.goal_id::text and (l.field in ('commitment', 'commitment.text') or l.field like 'commitment.%ed')
        and (l.organization_id = c.organization_id or c.text in (l.before->>'words', l.after->>'words'))
  $$;
  revoke execute on function strategy_texts(text, uuid), strategy_texts_write(text, uuid, jsonb, boolean), strategy_text_history(text, uuid) from public;
`;

/** Other words in the place of those that stood in history: \`{ words }\` keeps what it is about. */
const told = (side: string, words: string) =>
  `case when l.${side} is null or l.${side} = 'null' then l.${side} when l.${side} ? 'words' then jsonb_set(l.${side}, '{words}', '"${words}"') else '"${words}"'::jsonb end`;

const deeds = `
  create function strategy_text_hide(given text, target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  declare
    whole uuid;
  begin
    select s.id into whole from strategy s
      where s.id = case given when 'strategy' then target when 'goal' then (select strategy_id from goal where id = target)
          else (select g.strategy_id from commitment c join goal g on g.id = c.goal_id where c.id = target) end
        and s.discarded_at is null and ctx_role() in ${writes}
        -- One's own, or one's county's once others may read it; whoever is asked what she thinks of a draft reads it too.
        and (coalesce(s.kept_by, s.owner_organization_id) = ctx_org() or given = 'commitment' and ctx_org() = (select organization_id from commitment where id = target)
          or s.county_codes && ctx_counties() and s.status <> 'draft' and (s.status <> 'in_consultation' or s.id in (select strategies_consulted())));
    if whole is null or given not in ('strategy', 'goal', 'commitment') then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    insert into strategy_hidden_text (object_id, kind, strategy_id, texts, quoted, history)
      select target, given, whole, coalesce(strategy_texts(given, target), '{}'),
        (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'title', m.goal_title, 'text', m.goal_text)), '[]') from consultation_comment m where given = 'goal' and m.goal_id = target),
        (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'before', l.before, 'after', l.after)), '[]') from change_log l where l.id in (select strategy_text_history(given, target)))
      on conflict do nothing;
    if not found then raise exception 'Hidden already.' using errcode = '42501'; end if;
    perform strategy_texts_write(given, target, (select coalesce(jsonb_object_agg(k, '[dold]'), '{}') from strategy_hidden_text h, jsonb_object_keys(h.texts) k where h.object_id = target), false);
    update consultation_comment m set goal_title = case when m.goal_title is not null then '[dold]' end, goal_text = case when m.goal_text is not null then '[dold]' end
      where given = 'goal' and m.goal_id = target;
    update change_log l set before = ${told('before', '[dold]')}, after = ${told('after', '[dold]')}
      from strategy_hidden_text h, jsonb_array_elements(h.history) x where h.object_id = target and l.id = (x->>'id')::uuid;
  end $$;
  -- With clean words they stand where the old ones stood, and nowhere in history; without, all is as it was.
  create function strategy_text_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  declare
    h strategy_hidden_text;
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    delete from strategy_hidden_text where object_id = target returning * into h;
    perform strategy_texts_write(h.kind, target, h.texts || coalesce(clean, '{}'), true);
    update consultation_comment m set goal_title = case when clean is null then x->>'title' when x->>'title' is not null then coalesce(clean->>'title', h.texts->>'title') end,
        goal_text = case when clean is null then x->>'text' when x->>'text' is not null then coalesce(clean->>'goalText', h.texts->>'goalText') end
      from jsonb_array_elements(h.quoted) x where m.id = (x->>'id')::uuid;
    if clean is null then
      update change_log l set before = nullif(x->'before', 'null'), after = nullif(x->'after', 'null') from jsonb_array_elements(h.history) x where l.id = (x->>'id')::uuid;
    else
      update change_log l set before = ${told('before', '[borttaget]')}, after = ${told('after', '[borttaget]')}
        from jsonb_array_elements(h.history) x where l.id = (x->>'id')::uuid;
    end if;
  end $$;
  revoke execute on function strategy_text_hide(text, uuid), strategy_text_show(uuid, jsonb) from public;
  grant execute on function strategy_text_hide(text, uuid), strategy_text_show(uuid, jsonb) to samverkan_app;
`;

/** The words are looked for in the history of what the thing is a part of, too. */
const purge = `
  alter function sensitive_purge(uuid, text[], text[]) rename to sensitive_purge_object;
  create function sensitive_purge(object uuid, fields text[], phrases text[], whole uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    perform sensitive_purge_object(object, fields, phrases);
    update change_log set before = case when before is null or before = 'null' then before else '"[borttaget]"' end,
      after = case when after is null or after = 'null' then after else '"[borttaget]"' end
      where object_id = whole and (holds_phrase(coalesce(before, 'null'), phrases) or holds_phrase(coalesce(after, 'null'), phrases));
  end $$;
  -- For a release that still runs beside this one.
  create function sensitive_purge(object uuid, fields text[], phrases text[]) returns void language sql volatile security definer set search_path from current as $$
    select sensitive_purge(object, fields, phrases, null) $$;
  revoke execute on function sensitive_purge(uuid, text[], text[]), sensitive_purge(uuid, text[], text[], uuid) from public;
  revoke execute on function sensitive_purge_object(uuid, text[], text[]) from samverkan_app;
  grant execute on function sensitive_purge(uuid, text[], text[]), sensitive_purge(uuid, text[], text[], uuid) to samverkan_app;
`;
