import { Injectable } from '@nestjs/common';
import {
  type ActionTemplate,
  type ActionTemplateChange,
  type ActionTemplateInput,
  type ActionTemplates,
  type TemplateContent,
  mostTemplates,
} from '@samverkan/intake/contract';
import { Db, Ledger, conflict, currentActor, moment, notFound, refuseChanged } from '@samverkan/shared/api';
import { type SentTerms, TermsService } from '@samverkan/vocabularies/api';
import { writers } from './writers';

/** Those of a list in the content that are there for this reader. */
const known = (field: string, table: string) =>
  `(select coalesce(jsonb_agg(x order by n), '[]') from jsonb_array_elements_text(t.content -> '${field}') with ordinality e (x, n)
    where exists (select from ${table} k where k.id = e.x::uuid))`;
/** Those of a list that can be chosen today. */
const usable = (field: string, list: string) =>
  `(select coalesce(jsonb_agg(x order by n), '[]') from jsonb_array_elements_text(t.content -> '${field}') with ordinality e (x, n)
    where exists (select from term k where k.vocabulary = '${list}' and k.code = e.x and k.state = 'in_use'))`;
const responsible = `(select f.id from contact_function f where f.id = (t.content ->> 'responsibleFunctionId')::uuid and f.retired_on is null)`;
const fields = `json_build_object('id', t.id, 'name', t.name,
  'content', t.content || jsonb_build_object('goalIds', ${known('goalIds', 'goal')}, 'partnerIds', ${known('partnerIds', 'organization')},
    'targetGroups', ${usable('targetGroups', 'targetGroup')}, 'forms', ${usable('forms', 'form')}, 'phases', ${usable('phases', 'phase')},
    'responsibleFunctionId', ${responsible}),
  'changedAt', ${moment('t.changed_at')}, 'version', t.version) as content`;
/** Which row-level security says too. */
const reached = `t.organization_id = ctx_org() and ctx_role() <> 'system_admin'`;

const termsIn = ({ kind, targetGroups, forms, phases }: TemplateContent, standing?: TemplateContent): SentTerms[] => [
  { path: 'content.kind', vocabulary: 'kind', codes: kind, standing: standing?.kind },
  { path: 'content.targetGroups', vocabulary: 'targetGroup', codes: targetGroups },
  { path: 'content.forms', vocabulary: 'form', codes: forms },
  { path: 'content.phases', vocabulary: 'phase', codes: phases },
];

/** The database keeps a content's fields in an order of its own. */
const isSame = (one: TemplateContent, other: TemplateContent): boolean =>
  Object.keys({ ...one, ...other }).every(
    (field) =>
      JSON.stringify(one[field as keyof TemplateContent]) === JSON.stringify(other[field as keyof TemplateContent]),
  );

/** What an organisation's actions may begin with. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly terms: TermsService,
  ) {}

  async list(): Promise<ActionTemplates> {
    const rows = await this.db.query<{ content: ActionTemplate }>(
      `select ${fields} from action_template t where ${reached} and t.removed_at is null
       order by t.content ->> 'kind', t.name collate "sv-SE-x-icu", t.id`,
    );
    return { items: rows.map(({ content }) => content), mayChange: writers.includes(currentActor().role) };
  }

  async keep({ name, content }: ActionTemplateInput): Promise<ActionTemplate> {
    await this.terms.refuseUnusable(termsIn(content));
    const held = await this.db.one<{ n: number }>(
      `select count(*)::int as n from action_template t where ${reached} and t.removed_at is null`,
    );
    if ((held?.n ?? 0) >= mostTemplates) throw conflict('intake.too-many-templates');
    const row = await this.db.one<{ id: string }>(
      'insert into action_template (name, content) values ($1, $2) returning id',
      [name, JSON.stringify(content)],
    );
    if (!row) throw notFound();
    await this.ledger.audited('intake.template-kept', 'intake', row.id);
    return this.open(row.id);
  }

  /** It has no history: read at an older version, whatever differs from what stands clashes, and what is the same agrees. */
  async change(id: string, version: number, { name, content }: ActionTemplateChange): Promise<ActionTemplate> {
    const template = await this.open(id);
    const differs = [
      ...(name !== undefined && name !== template.name ? ['name'] : []),
      ...(content && !isSame(content, template.content) ? ['content'] : []),
    ];
    if (version !== template.version)
      refuseChanged({ seen: version, now: template.version }, differs, template, differs);
    if (differs.length === 0) return template;
    if (content) await this.terms.refuseUnusable(termsIn(content, template.content));
    await this.write(
      id,
      'removed_at is null and version = $2',
      'name = coalesce($3, name), content = coalesce($4::jsonb, content)',
      [template.version, name ?? null, content ? JSON.stringify(content) : null],
    );
    await this.ledger.audited('intake.template-changed', 'intake', id);
    return this.open(id);
  }

  /** Out of sight; it can be put back. */
  async remove(id: string): Promise<ActionTemplate> {
    const template = await this.open(id);
    await this.write(id, 'removed_at is null', 'removed_at = clock_timestamp()');
    await this.ledger.audited('intake.template-removed', 'intake', id);
    return { ...template, version: template.version + 1 };
  }

  async restore(id: string): Promise<ActionTemplate> {
    const there = await this.db.one(`select 1 from action_template t where t.id = $1 and ${reached}`, [id]);
    if (!there) throw notFound();
    await this.write(id, 'removed_at is not null', 'removed_at = null');
    await this.ledger.audited('intake.template-restored', 'intake', id);
    return this.open(id);
  }

  private async open(id: string): Promise<ActionTemplate> {
    const row = await this.db.one<{ content: ActionTemplate }>(
      `select ${fields} from action_template t where t.id = $1 and ${reached} and t.removed_at is null`,
      [id],
    );
    if (!row) throw notFound();
    return row.content;
  }

  private async write(id: string, when: string, set: string, values: readonly unknown[] = []): Promise<void> {
    const done = await this.db.query(
      `update action_template set ${set}, version = version + 1, changed_at = clock_timestamp()
       where id = $1 and ${when} returning id`,
      [id, ...values],
    );
    if (done.length === 0) throw conflict('stale-version');
  }
}
