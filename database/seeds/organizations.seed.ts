// The county boards, regions, municipalities and national bodies, with the names they have had.
import { nameFacts, organizationFacts } from './organizations/facts';

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

// What an organisation or the county has changed since is theirs: a second run only adds what is missing.
export async function seedOrganizations(sql: Sql): Promise<void> {
  const facts = JSON.stringify(organizationFacts());
  await sql(
    `insert into organization (key, kind, name, name_en, abbreviation, organization_number, website, description, description_en,
       county_code, municipality_code)
     select key, kind, name, "nameEn", abbreviation, "organizationNumber", website, description, "descriptionEn",
       "countyCode", "municipalityCode"
     from jsonb_to_recordset($1::jsonb) as fact(key text, kind text, name text, "nameEn" text, abbreviation text,
       "organizationNumber" text, website text, description text, "descriptionEn" text, "countyCode" text, "municipalityCode" text)
     on conflict (key) do nothing`,
    [facts],
  );
  await sql(
    `update organization o set parent_id = p.id
     from jsonb_to_recordset($1::jsonb) as fact(key text, "parentKey" text) join organization p on p.key = fact."parentKey"
     where o.key = fact.key and o.parent_id is null`,
    [facts],
  );
  await sql(
    `insert into organization_county (organization_id, county_code)
     select id, county_code from organization where kind in ('county_board', 'region', 'municipality') and county_code is not null
     on conflict do nothing`,
  );
  await sql(
    `insert into organization_municipality (organization_id, municipality_code)
     select id, municipality_code from organization where kind = 'municipality' and municipality_code is not null
     on conflict do nothing`,
  );
  await sql(
    `insert into organization_name as n (organization_id, name, usage, valid_from, valid_to, verification)
     select o.id, fact.name, usage, "validFrom", "validTo", verification
     from jsonb_to_recordset($1::jsonb) as fact(key text, name text, usage text, "validFrom" date, "validTo" date, verification text)
     join organization o on o.key = fact.key
     on conflict (organization_id, name, usage) do update
       set valid_from = excluded.valid_from, valid_to = excluded.valid_to, verification = excluded.verification
       where n.valid_from is null and n.valid_to is null and (excluded.valid_from is not null or excluded.valid_to is not null)`,
    [JSON.stringify(nameFacts())],
  );
}
