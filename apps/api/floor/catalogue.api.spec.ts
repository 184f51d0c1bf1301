// What the database's own catalogue says of rights: asked of PostgreSQL, so that a forgotten table or function is found the day it comes.
import { type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const names = async (text: string) => (await app.sql<{ name: string }>(text)).map(({ name }) => name);

describe('the catalogue', () => {
  it('has forced row-level security on every table that any role but the owner can reach', async () => {
    const open = await names(`
      select c.relname as name from pg_class c
      where c.relnamespace = 'samverkan'::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
        and has_table_privilege('samverkan_app', c.oid, 'select, insert, update, delete, truncate, references, trigger')`);
    expect(open).toEqual([]);
  });

  it('lets the runtime roles own nothing, be nothing else and step around nothing', async () => {
    const owned = await names(`
      select c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('samverkan_app', 'samverkan_signin')
      union all select p.proname from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname in ('samverkan_app', 'samverkan_signin')
      union all select n.nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner where r.rolname in ('samverkan_app', 'samverkan_signin')`);
    const strong = await names(`
      select rolname as name from pg_roles where rolname in ('samverkan_app', 'samverkan_signin')
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`);
    const members = await names(`
      select pg_get_userbyid(m.roleid) as name from pg_auth_members m
        where pg_get_userbyid(m.member) in ('samverkan_app', 'samverkan_signin')`);
    const makes = await names(`
      select nspname as name from pg_namespace n, unnest(array['samverkan_app', 'samverkan_signin']) role
        where nspname !~ '^pg_temp|^pg_toast' and has_schema_privilege(role, n.oid, 'create')`);
    expect({ owned, strong, members, makes }).toEqual({ owned: [], strong: [], members: [], makes: [] });
  });

  it('has no view that reads with its owner’s eyes, and none that keeps a copy', async () => {
    const views = await names(`
      select c.relname as name from pg_class c where c.relnamespace = 'samverkan'::regnamespace and (c.relkind = 'm'
        or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false))`);
    expect(views).toEqual([]);
  });

  it('fixes the search path of every function that runs with its owner’s rights', async () => {
    const loose = await names(`
      select p.proname as name from pg_proc p where p.pronamespace = 'samverkan'::regnamespace and p.prosecdef
        and not exists (select from unnest(p.proconfig) setting where setting like 'search_path=%')`);
    expect(loose).toEqual([]);
  });

  it('gives nobody but the named roles any function that runs with its owner’s rights', async () => {
    const open = await names(`
      select p.proname as name from pg_proc p
      where p.pronamespace = 'samverkan'::regnamespace and p.prosecdef and (p.proacl is null
        or exists (select from aclexplode(p.proacl) a where a.grantee = 0 and a.privilege_type = 'EXECUTE'))`);
    expect(open).toEqual([]);
  });
});
