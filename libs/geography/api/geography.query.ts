import { Injectable } from '@nestjs/common';
import type { County } from '@samverkan/geography/contract';
import { Db } from '@samverkan/shared/api';

const sql = `
  select c.code, c.name, c.name_en as "nameEn", c.short_name as "shortName", c.iso_code as "isoCode",
    (select json_agg(json_build_object('code', m.code, 'name', m.name, 'countyCode', m.county_code)
       order by m.name collate "sv-SE-x-icu") from municipality m where m.county_code = c.code) as municipalities
  from county c order by c.name collate "sv-SE-x-icu"`;

@Injectable()
export class GeographyQuery {
  constructor(private readonly db: Db) {}

  counties(): Promise<County[]> {
    return this.db.query<County>(sql);
  }
}
