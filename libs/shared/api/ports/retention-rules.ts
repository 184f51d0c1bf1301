import { Injectable } from '@nestjs/common';
import { trashDays } from '@samverkan/shared/contract';

/** What goes when it has served its time. The night takes exactly the ids that `due` gives for its moment, some hundred at a time. */
export interface RetentionRule {
  /** Unique; its words in the portal stand under `privacy.rule.<key>`, else `words` are shown. */
  key: string;
  area: string;
  /** How long it is kept, ISO 8601 (`P30D`), from `at` in `due`. */
  keeps: string;
  /** For a rule whose words the portal does not have: what goes, and why then. */
  words?: { sv: string; en: string };
  /** SQL giving `id text, at timestamptz, organization_id uuid, reference text` of what is due at $1. For the night (no role) all; for administrators what `organization_id` lets them see. */
  due: string;
  /** SQL that takes those of the ids $2 (text[]) that are still due at $1, and gives back `id` of each. Runs with nobody's role. */
  take: string;
  /** Those of the ids that must wait although they are due, as somebody with open work. Neither announced nor taken. */
  spares?(ids: readonly string[]): Promise<readonly string[]>;
  /** What else goes with what was taken, in the same transaction. */
  after?(taken: readonly string[]): Promise<void>;
}

/** A rule whose two functions the database has by its name (`retention_<key>_due` and `_take`, a dash written as `_`); kept as long as the trash keeps, unless said. */
export function sqlRule(area: string, key: string, keeps = `P${trashDays}D`): RetentionRule {
  const name = `retention_${key.replaceAll('-', '_')}`;
  return { key, area, keeps, due: `select * from ${name}_due($1)`, take: `select * from ${name}_take($1, $2)` };
}

/** Port: areas register what they keep for a time only. */
@Injectable()
export class RetentionRules {
  private readonly rules = new Map<string, RetentionRule>();

  register(rule: RetentionRule): void {
    if (this.rules.has(rule.key)) throw new Error(`Two rules of retention are called ${rule.key}.`);
    this.rules.set(rule.key, rule);
  }

  get all(): readonly RetentionRule[] {
    return [...this.rules.values()];
  }

  of(key: string): RetentionRule | undefined {
    return this.rules.get(key);
  }
}
