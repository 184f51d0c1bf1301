// The 21 counties and 290 municipalities, with the codes of Statistics Sweden.
import * as z from 'zod';
import counties from './reference/counties.json';
import municipalities from './reference/municipalities.json';

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

const CountyFact = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  shortName: z.string(),
  isoCode: z.string(),
});
const MunicipalityFact = z.object({ code: z.string(), name: z.string(), countyCode: z.string() });

export async function seedGeography(sql: Sql): Promise<void> {
  await sql(
    `insert into county (code, name, name_en, short_name, iso_code)
     select code, name, "nameEn", "shortName", "isoCode"
     from jsonb_to_recordset($1::jsonb) as fact(code text, name text, "nameEn" text, "shortName" text, "isoCode" text)
     on conflict (code) do nothing`,
    [JSON.stringify(z.array(CountyFact).parse(counties))],
  );
  await sql(
    `insert into municipality (code, name, county_code)
     select code, name, "countyCode"
     from jsonb_to_recordset($1::jsonb) as fact(code text, name text, "countyCode" text)
     on conflict (code) do nothing`,
    [JSON.stringify(z.array(MunicipalityFact).parse(municipalities))],
  );
}
