import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TermCarriers } from '@samverkan/vocabularies/api';

const listed = (column: string) =>
  `select x as code, count(*)::int as count from action a, unnest(a.${column}) x group by 1`;

/** What actions have of the lists: on how many each term stands, and what a merge carries. */
@Injectable()
export class ActionTermCarrier implements OnModuleInit {
  constructor(private readonly carriers: TermCarriers) {}

  onModuleInit(): void {
    this.carriers.register({
      area: 'actions',
      uses: {
        kind: 'select a.kind as code, count(*)::int as count from action a group by 1',
        targetGroup: listed('target_groups'),
        form: listed('forms'),
        phase: listed('phases'),
        profession: `select c->>'profession' as code, count(distinct u.action_id)::int as count
          from action_update u, jsonb_array_elements(u.counts) c where u.removed_at is null group by 1`,
      },
      carry: 'action_terms_carry',
      putBack: 'action_terms_put_back',
    });
  }
}
