import { Injectable } from '@nestjs/common';
import type { MethodWarning } from '@samverkan/methods/contract';
import { Db, conflict } from '@samverkan/shared/api';
import { TermsService } from '@samverkan/vocabularies/api';
import { replacedBy } from './method.sql';
import { type Choice, type Purpose, warningsOf } from './warnings';

/** `Purpose` of `method m`, as SQL. */
export const purposeOf = `json_build_object('targetGroups', m.target_groups, 'forms', m.forms, 'phases', m.phases, 'professions', m.professions,
  'trainingRequired', m.training_required, 'retiresOn', m.retires_on, 'replacedBy', ${replacedBy})`;

/** `TrainedPlace` of a municipality (or nothing) and the day known there, as SQL under `method m`. */
export const placeOf = (municipality: string, trainedOn: string) =>
  `json_build_object('municipalityCode', ${municipality}, 'trainedOn', ${trainedOn}, 'validUntil', (${trainedOn} + make_interval(months => m.valid_months))::date)`;

/** Judges choices by the lists and the day as they are now. */
@Injectable()
export class MethodJudging {
  constructor(
    private readonly db: Db,
    private readonly terms: TermsService,
  ) {}

  async judge(choices: readonly { purpose: Purpose; choice: Choice }[]): Promise<MethodWarning[][]> {
    if (choices.length === 0) return [];
    const [day, terms] = [
      await this.db.one<{ today: string }>('select today()::text as today'),
      await this.terms.lists(),
    ];
    const today = day?.today ?? '';
    return choices.map(({ purpose, choice }) => warningsOf(purpose, choice, { today, terms }));
  }

  /** Outside its purpose it is chosen with a reason, or not at all. Gives what is to be kept of it. */
  async require(purpose: Purpose, choice: Choice, reason: string): Promise<{ outside: string[]; reason: string }> {
    const [warnings = []] = await this.judge([{ purpose, choice }]);
    if (warnings.length > 0 && reason.length < 3) throw conflict('method.outside-purpose', { warnings });
    return { outside: warnings.map(({ kind }) => kind), reason: warnings.length > 0 ? reason : '' };
  }
}
