import { Injectable } from '@nestjs/common';
import { Db } from '@samverkan/shared/api';

export interface CountyBoard {
  name: string;
  website: string | null;
}

/** Who answers for a county's public pages: its county administrative board, from the register of parties. */
@Injectable()
export class CountyBoards {
  constructor(private readonly db: Db) {}

  async of(countyCode: string): Promise<CountyBoard> {
    const board = await this.db.one<CountyBoard>(
      `select name, nullif(website, '') as website from organization where kind = 'county_board' and county_code = $1 order by valid_to desc nulls first limit 1`,
      [countyCode],
    );
    return board ?? nobody;
  }

  /** Every county's, by its code. */
  async all(): Promise<Map<string, CountyBoard>> {
    const rows = await this.db.query<CountyBoard & { code: string }>(
      `select distinct on (county_code) county_code as code, name, nullif(website, '') as website from organization where kind = 'county_board' and county_code is not null
        order by county_code, valid_to desc nulls first`,
    );
    return new Map(rows.map(({ code, ...board }) => [code, board]));
  }
}

const nobody: CountyBoard = { name: 'Länsstyrelsen', website: null };
