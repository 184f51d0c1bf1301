// Questions with their answers, as each reader may see them.
import { Injectable } from '@nestjs/common';
import type { Faq, FaqPage, FaqQuery as Wanted } from '@samverkan/questions/contract';
import { Db, currentActor, moment } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import { historyOf, levels, partyOf } from './question.sql';
import { keeps } from './questions.policy';
import { faqAnswers } from './questions.searchable';

export interface FaqRow {
  id: string;
  organizationId: string;
  status: Faq['status'];
  level: number;
  version: number;
  content: Omit<Faq, 'allowed'>;
}

const row = `f.id, f.organization_id as "organizationId", f.status, f.level, f.version, json_build_object('id', f.id, 'title', f.title, 'answer', f.answer, 'source', f.source, 'sourceOn', f.source_on,
  'link', f.link, 'subject', f.subject, 'lawArea', f.law_area, 'status', f.status, 'visibility', (${levels})[f.visibility + 1], 'organization', ${partyOf('f.organization_id')},
  'checkedOn', f.checked_on, 'changedAt', ${moment('f.changed_at')}, 'demo', f.demo, 'version', f.version) as content`;

@Injectable()
export class FaqQuery {
  constructor(private readonly db: Db) {}

  readonly view = ({ content, organizationId }: FaqRow): Faq => ({
    ...content,
    allowed: { edit: keeps(currentActor(), { organizationId }) },
  });

  async page({ page, size, q, subject, law, status }: Wanted): Promise<FaqPage> {
    const values: unknown[] = [];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const tests: string[] = [];
    const words = q ? `${bind(q)}::text` : null;
    if (words) tests.push(faqAnswers(words));
    if (subject?.length) tests.push(`f.subject = any (${bind(subject)}::text[])`);
    if (law?.length) tests.push(`f.law_area = any (${bind(law)}::text[])`);
    if (status) tests.push(`f.status = ${bind(status)}`);
    const where = tests.length > 0 ? `where ${tests.join(' and ')}` : '';
    const rank = words ? `ts_rank(f.words, words_wanted(${words})) desc,` : '';
    const rows = await this.db.query<FaqRow>(
      `select ${row} from faq f ${where} order by ${rank} f.changed_at desc, f.id desc limit $${values.length + 1} offset $${values.length + 2}`,
      [...values, size, (page - 1) * size],
    );
    const counted = await this.db.one<{ n: number }>(
      `select count(*)::int as n from (select 1 from faq f ${where} limit ${countCap + 1}) m`,
      values,
    );
    const n = counted?.n ?? 0;
    return { items: rows.map(this.view), page, size, total: Math.min(n, countCap), capped: n > countCap };
  }

  one(id: string): Promise<FaqRow | undefined> {
    return this.db.one<FaqRow>(`select ${row} from faq f where f.id = $1`, [id]);
  }

  /** JSON text: the `items` of `QuestionHistory`. */
  async history(id: string): Promise<string> {
    return (await this.db.json(historyOf('questions'), [id])) ?? '[]';
  }
}
