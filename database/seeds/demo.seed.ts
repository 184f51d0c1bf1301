// The made-up demo county: partners, people with known passwords, and the sample actions. Only where SAMVERKAN_DEMO is set.
import { hash } from '@node-rs/argon2';
import accounts from './demo/accounts.json';
import { seedDemoActions } from './demo/actions.seed';
import { seedDemoAssessments } from './demo/assessments.seed';
import { seedDemoAssignments } from './demo/assignments.seed';
import { seedDemoContacts } from './demo/contacts.seed';
import { seedDemoHandover } from './demo/handover.seed';
import { seedDemoMethods } from './demo/methods.seed';
import { seedDemoPublicTexts } from './demo/public-texts.seed';
import { seedDemoPublications } from './demo/publications.seed';
import { seedDemoQuestions } from './demo/questions.seed';
import { seedDemoSupport } from './demo/support.seed';
import { seedDemoTalk } from './demo/talk.seed';
import { seedDemoTrainings } from './demo/trainings.seed';
import { seedDemoStrategies } from './demo/strategies.seed';
import { demoOrganizations } from './demo/organizations';

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

export async function seedDemo(sql: Sql): Promise<void> {
  await sql(
    `insert into organization (key, kind, name, description, county_code, parent_id, demo)
     select f.key, f.kind, f.name, f.description, f."countyCode", p.id, true
     from jsonb_to_recordset($1::jsonb) as f(key text, kind text, name text, description text, "countyCode" text, "parentKey" text)
     left join organization p on p.key = f."parentKey" on conflict (key) do nothing`,
    [JSON.stringify(demoOrganizations)],
  );
  await sql(
    `insert into organization_county (organization_id, county_code)
     select o.id, c.code from jsonb_to_recordset($1::jsonb) as f(key text, "countyCodes" text[]) join organization o on o.key = f.key, unnest(f."countyCodes") as c(code)
     on conflict do nothing`,
    [JSON.stringify(demoOrganizations)],
  );
  await sql(
    `insert into organization_municipality (organization_id, municipality_code)
     select o.id, m.code from jsonb_to_recordset($1::jsonb) as f(key text, "municipalityCodes" text[]) join organization o on o.key = f.key, unnest(f."municipalityCodes") as m(code)
     on conflict do nothing`,
    [JSON.stringify(demoOrganizations)],
  );
  for (const account of accounts) await seedAccount(sql, account);
  await seedDemoActions(sql);
  await seedDemoContacts(sql);
  await seedDemoHandover(sql);
  await seedDemoStrategies(sql);
  await seedDemoAssignments(sql);
  await seedDemoAssessments(sql);
  await seedDemoPublications(sql);
  await seedDemoTalk(sql);
  await seedDemoTrainings(sql);
  await seedDemoMethods(sql);
  await seedDemoPublicTexts(sql);
  await seedDemoQuestions(sql);
  await seedDemoSupport(sql);
}

async function seedAccount(sql: Sql, account: (typeof accounts)[number]): Promise<void> {
  const known = await sql('select id from app_user where lower(email) = lower($1)', [account.email]);
  if (known.length > 0) return;
  const [user] = await sql('insert into app_user (email, name, demo) values ($1, $2, true) returning id', [
    account.email,
    account.name,
  ]);
  const password = await hash(account.password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await sql('insert into credential (user_id, password_hash) values ($1, $2)', [user?.['id'], password]);
  for (const [order, membership] of account.memberships.entries()) {
    await sql(
      `insert into membership (user_id, organization_id, role, title, valid_from, attested_on)
       select $1, id, $3, $4, date '2024-01-01' + $5::int, current_date from organization where key = $2`,
      [user?.['id'], membership.organizationKey, membership.role, membership.title, order],
    );
  }
}
