import { Injectable } from '@nestjs/common';
import {
  Db,
  type HiddenPlace,
  Ledger,
  type SensitiveField,
  type SensitiveSource,
  notFound,
} from '@samverkan/shared/api';
import { StrategyTraces, traceOf } from './strategy-traces';

interface Place {
  strategyId: string;
  reference: string;
  owner: string | null;
  counties: string[];
}
interface Hidden {
  strategyId: string;
  texts: Readonly<Record<string, string>>;
}

/** Characters at most, and which words may not be empty. Motives are as many as the goals and frames they are about. */
const bounds: Readonly<Record<string, { max: number; required?: true; lines?: 'one' }>> = {
  title: { max: 300, required: true, lines: 'one' },
  titleEn: { max: 300, lines: 'one' },
  shortTitle: { max: 80, required: true, lines: 'one' },
  shortTitleEn: { max: 80, lines: 'one' },
  document: { max: 200, lines: 'one' },
  vision: { max: 2000 },
  visionEn: { max: 2000 },
  note: { max: 2000 },
  noteEn: { max: 2000 },
  repealMotive: { max: 2000, required: true },
  goalText: { max: 4000 },
  goalTextEn: { max: 4000 },
  commitment: { max: 2000, required: true },
};

/** How the words of strategies, goals and commitments are put away, given to whoever cleans them, and cleaned. The rows stay: others build on them. */
@Injectable()
export class StrategySensitiveService implements SensitiveSource {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly traces: StrategyTraces,
  ) {}

  async hide(kind: string, id: string): Promise<HiddenPlace> {
    const place = await this.db.one<Place>(places, [kind, id]);
    if (!place) throw notFound();
    await this.db.query('select strategy_text_hide($1, $2)', [kind, id]);
    await this.told(place.strategyId);
    return {
      reference: place.reference,
      ownerIds: place.owner ? [place.owner] : [],
      countyCodes: place.counties,
    };
  }

  async fields(_kind: string, id: string): Promise<SensitiveField[]> {
    const { texts } = await this.hidden(id);
    return named(texts).map(({ name, key }) => {
      const { max, required = false, lines = 'several' } = bounds[key] ?? { max: 2000 };
      return { name, text: texts[key] ?? '', max, required, lines };
    });
  }

  async whole(_kind: string, id: string): Promise<string> {
    return (await this.hidden(id)).strategyId;
  }

  async show(kind: string, id: string, clean: Readonly<Record<string, string>> | null): Promise<void> {
    const { strategyId, texts } = await this.hidden(id);
    const keys = new Map(named(texts).map(({ name, key }) => [name, key]));
    const words = clean && Object.fromEntries(Object.entries(clean).map(([name, text]) => [keys.get(name), text]));
    await this.db.query('select strategy_text_show($1, $2)', [id, words && JSON.stringify(words)]);
    await this.told(strategyId, clean ? [await this.removed(kind, id)] : []);
  }

  /** Whoever looks at it sees it anew. The audit has its own word for what is hidden and cleaned. */
  private async told(strategyId: string, fields: Parameters<Ledger['changed']>[2] = []): Promise<void> {
    const row = await this.traces.row(strategyId);
    await this.ledger.changed(traceOf(row), row.version, fields);
    await this.ledger.happened(traceOf(row), 'strategy.changed');
  }

  /** What it was taken out of: a form of the rest of the strategy, or of another goal, is not touched by it. */
  private async removed(kind: string, id: string): Promise<Parameters<Ledger['changed']>[2][number]> {
    const field = kind === 'strategy' ? 'textRemoved' : `${kind}.textRemoved`;
    const goal =
      kind === 'goal' &&
      (await this.db.one('select number as goal, id as "goalId", version from goal where id = $1', [id]));
    return { field, before: null, after: goal || null };
  }

  private async hidden(id: string): Promise<Hidden> {
    const row = await this.db.one<Hidden>(
      'select strategy_id as "strategyId", texts from strategy_hidden_text where object_id = $1',
      [id],
    );
    if (!row) throw notFound();
    return row;
  }
}

/** The words by the names a form has for them: motives bear the letter of what they are about, A, B, C … */
function named(texts: Readonly<Record<string, string>>): { name: string; key: string }[] {
  const order = Object.keys(bounds);
  const plain = Object.keys(texts)
    .filter((key) => key in bounds)
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
    .map((key) => ({ name: key, key }));
  const motives = Object.keys(texts)
    .filter((key) => !(key in bounds))
    .map((key) => ({
      key,
      about: key.slice(key.indexOf(':') + 1),
      word: key.startsWith('motiveEn') ? 'motiveEn' : 'motive',
    }))
    .sort((one, other) => (one.about + one.key < other.about + other.key ? -1 : 1));
  const abouts = [...new Set(motives.map(({ about }) => about))];
  return [
    ...plain,
    ...motives.map(({ key, about, word }) => ({ name: `${word}${letters(abouts.indexOf(about))}`, key })),
  ];
}

const letters = (n: number): string =>
  (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

/** Whose it is, by what people call it that none of its own words are in. */
const places = `
  select s.id as "strategyId", coalesce(s.dnr, s.changed_at::date::text, '') as reference, coalesce(s.kept_by, s.owner_organization_id) as owner, s.county_codes as counties
    from strategy s where $1 = 'strategy' and s.id = $2
  union all select s.id, s.short_title || ', ' || g.number, coalesce(s.kept_by, s.owner_organization_id), s.county_codes
    from goal g join strategy s on s.id = g.strategy_id where $1 = 'goal' and g.id = $2
  union all select s.id, s.short_title || ', ' || g.number, c.organization_id, s.county_codes
    from commitment c join goal g on g.id = c.goal_id join strategy s on s.id = g.strategy_id where $1 = 'commitment' and c.id = $2`;
