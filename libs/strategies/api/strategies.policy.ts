import { type Actor, policy } from '@samverkan/shared/api';
import type { StrategyKind, StrategyStatus } from '@samverkan/strategies/contract';

/** What the rules need to know of a strategy. */
export interface StrategySubject {
  kind: StrategyKind;
  status: StrategyStatus;
  owner: { id: string } | null;
  /** Who has entered a national frame that another body decides. */
  keptBy: string | null;
  /** Something that applies, or is to, stands in its place already. */
  replaced: boolean;
  /** It was adopted here, and can perhaps be taken back. */
  adoptedHere: boolean;
  /** The reader's organisation is asked what it thinks of the draft, and may read it meanwhile. */
  consulted: boolean;
  countyCodes: readonly string[];
}

/** Roles that may write some kind of strategy. */
export const writers = ['coordinator', 'county_staff', 'county_admin'] as const;

/** Roles that may hide what should not stand where it stands. */
const hiders = ['coordinator', 'partner', 'county_staff', 'county_admin'] as const;

export const frameKinds: readonly StrategyKind[] = ['national_strategy', 'action_programme', 'policy_goals'];
const decided: readonly StrategyStatus[] = ['adopted', 'superseded', 'repealed'];
const open: readonly StrategyStatus[] = ['draft', 'in_consultation', 'proposed'];

/** The kinds a person in this role may write for her organisation. */
export function kindsOf({ role }: Pick<Actor, 'role'>): readonly StrategyKind[] {
  if (role === 'county_admin') return [...frameKinds, 'regional_strategy', 'action_plan', 'local_plan'];
  if (role === 'county_staff') return ['regional_strategy', 'action_plan', 'local_plan'];
  return role === 'coordinator' ? ['local_plan'] : [];
}

const at = (actor: Actor, { keptBy, owner }: StrategySubject) =>
  (keptBy ?? owner?.id) === actor.organizationId && actor.role !== 'system_admin';
/** Who writes a strategy while it is open, and answers for it afterwards. */
export const keepsStrategy = (actor: Actor, strategy: StrategySubject): boolean =>
  at(actor, strategy) && kindsOf(actor).includes(strategy.kind);

/** What was decided is open to every party, and a proposal for the whole country to all who are here; a draft is its owner's alone, and in consultation theirs too who are asked. Row-level security holds the same line. */
export const strategiesPolicy = policy<
  StrategySubject,
  'write' | 'adopt' | 'undoAdoption' | 'replace' | 'repeal' | 'sign' | 'discard' | 'hideWords'
>({
  read: (actor, strategy) =>
    decided.includes(strategy.status) ||
    strategy.status === 'proposed' ||
    at(actor, strategy) ||
    (strategy.status === 'in_consultation' && strategy.consulted),
  write: (actor, strategy) => keepsStrategy(actor, strategy) && open.includes(strategy.status),
  adopt: (actor, strategy) => keepsStrategy(actor, strategy) && open.includes(strategy.status),
  undoAdoption: (actor, strategy) =>
    keepsStrategy(actor, strategy) && strategy.status === 'adopted' && strategy.adoptedHere,
  replace: (actor, strategy) =>
    strategy.status === 'adopted' &&
    !strategy.replaced &&
    (keepsStrategy(actor, strategy) || (isNobodys(strategy) && kindsOf(actor).includes(strategy.kind))),
  repeal: (actor, strategy) => keepsStrategy(actor, strategy) && strategy.status === 'adopted',
  sign: (actor, strategy) => keepsStrategy(actor, strategy) && !['superseded', 'repealed'].includes(strategy.status),
  discard: (actor, strategy) => keepsStrategy(actor, strategy) && ['draft', 'proposed'].includes(strategy.status),
  // What somebody happened to write of a person: whoever reads it in the strategy's own counties sees to it that nobody else does.
  hideWords: (actor, strategy) =>
    hiders.some((role) => role === actor.role) &&
    (at(actor, strategy) ||
      (strategy.countyCodes.some((code) => actor.countyCodes.includes(code)) && strategy.status !== 'draft')),
});

/** The frames that came with the system are kept by nobody, and replaced by whoever enters the next. */
const isNobodys = ({ keptBy, owner }: StrategySubject) => keptBy === null && owner === null;
