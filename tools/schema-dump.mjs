// The schema as text, read from PostgreSQL's own catalogues (the embedded server ships no pg_dump). Sorted, so that a difference is a change.

const queries = [
  [
    'Tables',
    `SELECT format(E'create table %s (\\n%s\\n);', c.relname, string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
         CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
         CASE WHEN a.attgenerated = 's' THEN format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
           WHEN a.attidentity <> '' THEN ' generated always as identity'
           WHEN d.adbin IS NOT NULL THEN ' default ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END), E',\\n' ORDER BY a.attnum))
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE c.relnamespace = 'samverkan'::regnamespace AND c.relkind IN ('r', 'p') GROUP BY c.relname ORDER BY c.relname`,
  ],
  [
    'Constraints',
    `SELECT format('alter table %s add constraint %I %s;', c.relname, k.conname, pg_get_constraintdef(k.oid))
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.connamespace = 'samverkan'::regnamespace AND k.contype <> 'n' ORDER BY c.relname, k.contype DESC, k.conname`,
  ],
  [
    'Indexes',
    `SELECT pg_get_indexdef(i.indexrelid) || ';' FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relnamespace = 'samverkan'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
     ORDER BY i.indrelid::regclass::text, c.relname`,
  ],
  [
    'Functions',
    `SELECT rtrim(pg_get_functiondef(p.oid)) || ';' FROM pg_proc p WHERE p.pronamespace = 'samverkan'::regnamespace AND p.prokind = 'f'
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY p.oid::regprocedure::text`,
  ],
  [
    'Triggers',
    `SELECT pg_get_triggerdef(t.oid) || ';' FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = 'samverkan'::regnamespace AND NOT t.tgisinternal ORDER BY c.relname, t.tgname`,
  ],
  [
    'Row-level security',
    `SELECT format('alter table %s enable row level security;', relname) || CASE WHEN relforcerowsecurity THEN format(' alter table %s force row level security;', relname) ELSE '' END
     FROM pg_class WHERE relnamespace = 'samverkan'::regnamespace AND relrowsecurity ORDER BY relname`,
  ],
  [
    'Policies',
    `SELECT format('create policy %I on %s for %s to %s%s%s;', policyname, tablename, lower(cmd), array_to_string(roles, ', '),
         coalesce(' using (' || qual || ')', ''), coalesce(' with check (' || with_check || ')', ''))
     FROM pg_policies WHERE schemaname = 'samverkan' ORDER BY tablename, policyname`,
  ],
  [
    'Grants',
    `SELECT format('grant %s on %s to %s;', string_agg(lower(g.privilege_type), ', ' ORDER BY g.privilege_type), c.relname, g.grantee::regrole)
     FROM pg_class c, aclexplode(c.relacl) g WHERE c.relnamespace = 'samverkan'::regnamespace AND g.grantee::regrole::text IN ('samverkan_app', 'samverkan_signin')
     GROUP BY c.relname, g.grantee ORDER BY c.relname, g.grantee::regrole::text`,
  ],
  [
    'Functions the runtime may call',
    `SELECT format('grant execute on function %s to %s;', p.oid::regprocedure, g.grantee::regrole)
     FROM pg_proc p, aclexplode(p.proacl) g WHERE p.pronamespace = 'samverkan'::regnamespace AND g.grantee::regrole::text IN ('samverkan_app', 'samverkan_signin')
     ORDER BY p.oid::regprocedure::text, g.grantee::regrole::text`,
  ],
];

/** The whole schema of a migrated database; `client` is its owner's. */
export async function dumpSchema(client) {
  await client.query('SET search_path = samverkan');
  const owner = (await client.query('SELECT current_user AS name')).rows[0].name;
  const parts = ['-- Generated from the migrations by tools/generated.mjs; do not edit.'];
  for (const [title, text] of queries) {
    const { rows } = await client.query({ text, rowMode: 'array' });
    parts.push(`-- ${title}`, ...rows.map(([line]) => line.replaceAll(new RegExp(`\\b${owner}\\b`, 'g'), 'the_owner')));
  }
  return `${parts.join('\n\n')}\n`;
}
