// The nine principals, signed in, and the country in which things are planted for them.
import { type Principal, type World, principals } from '@samverkan/shared/floor';
import type { Client } from './client';
import type { TestApp } from './test-app';

const places: Record<Principal, [role: string, organizationKey: string]> = {
  anonymous: ['', 'municipality:2282'],
  partner: ['partner', 'demo:lyktan'],
  municipal: ['coordinator', 'municipality:2282'],
  regional: ['coordinator', 'region:22'],
  county_staff: ['county_staff', 'county_board:22'],
  county_admin: ['county_admin', 'county_board:22'],
  national_reader: ['national_reader', 'national:socialstyrelsen'],
  system_admin: ['system_admin', 'county_board:22'],
  ended: ['coordinator', 'municipality:2282'],
};

export interface FloorWorld extends World {
  clients: Record<Principal, Client>;
}

export async function floorWorld(app: TestApp): Promise<FloorWorld> {
  const organization = async (key: string) =>
    (await app.sql<{ id: string }>('select id from organization where key = $1', [key]))[0]?.id ?? '';
  const organizations = new Map<Principal, string>();
  const users = new Map<Principal, string>();
  const clients = {} as Record<Principal, Client>;
  for (const principal of principals) {
    const [role, key] = places[principal];
    organizations.set(principal, await organization(key));
    clients[principal] = role ? await app.someone(role, key) : await app.stranger();
    const { body } = await clients[principal].get<{ user?: { id: string } }>('/api/session');
    if (body.user) users.set(principal, body.user.id);
  }
  await app.sql(`update membership set valid_to = today() - 1, valid_from = today() - 2 where user_id = $1`, [
    users.get('ended'),
  ]);
  const strangers = {
    sameCounty: await organization('municipality:2260'),
    otherCounty: await organization('municipality:2380'),
    none: (
      await app.sql<{ id: string }>(
        `select id from organization o where kind = 'national_authority' and key <> 'national:socialstyrelsen'
           and not exists (select 1 from organization_county c where c.organization_id = o.id) order by key limit 1`,
      )
    )[0]?.id as string,
  };
  return {
    sql: (text, values) => app.sql(text, values),
    organizationOf: (principal) => organizations.get(principal) ?? '',
    userOf: (principal) => users.get(principal) ?? users.get('partner') ?? '',
    strangers,
    clients,
  };
}
