// The rows the strategy pages are made of, as the queries shape them.
import type { Strategy, StrategyRef, StrategySummary, Verification } from '@samverkan/strategies/contract';

export interface LandscapeStrategy extends StrategyRef {
  key: string;
  countyCodes: string[];
  goalCount: number;
  signatoryCount: number | null;
}

export interface Succession {
  oldId: string;
  newId: string;
  verification: Verification;
}

/** Every strategy the reader may see, oldest first, and what replaced what. */
export interface Landscape {
  strategies: LandscapeStrategy[];
  successions: Succession[];
}

export type StrategyDetail = StrategyRef &
  Omit<Strategy, keyof StrategySummary | 'chain' | 'unnamedSignatories' | 'allowed'> & {
    keptBy: string | null;
    adoptedHere: boolean;
    consulted: boolean;
  };
