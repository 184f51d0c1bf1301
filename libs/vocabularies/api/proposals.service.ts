import { Injectable } from '@nestjs/common';
import { Db, Ledger, badInput, conflict, currentActor, notFound } from '@samverkan/shared/api';
import {
  type Proposal,
  type ProposalAnswerInput,
  type ProposalInput,
  type ProposalState,
  type Proposals,
  type TermUses,
  type VocabularyName,
  termOf,
  termsOf,
} from '@samverkan/vocabularies/contract';
import { type ProposalFacts, proposalPolicy } from './proposals.policy';
import { allProposals, oneProposal } from './proposals.query';
import { TermCarriers } from './term-carriers';
import { TermsService } from './terms.service';

interface Row extends ProposalFacts {
  content: Omit<Proposal, 'allowed'>;
}

/** What the counties propose to each other about the lists, and what becomes of it. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly terms: TermsService,
    private readonly carriers: TermCarriers,
  ) {}

  async list(): Promise<Proposals> {
    const rows = await this.db.query<Row>(allProposals);
    return { items: rows.map(viewed), mayPropose: currentActor().role === 'county_admin' };
  }

  async read(id: string): Promise<Proposal> {
    return viewed(await this.row(id));
  }

  /** Of the actions this reader sees. */
  async uses(name: VocabularyName): Promise<TermUses> {
    const text = this.carriers.all.map(({ uses }) => uses[name]).join(' union all ');
    const items = await this.db.query<TermUses['items'][number]>(
      `select code, sum(count)::int as count from (${text || 'select null::text as code, 0 as count'}) u where code is not null group by code order by code`,
    );
    return { items };
  }

  /** Proposes a change; where no other county has an administrator, it is decided at once. */
  async propose(input: ProposalInput): Promise<Proposal> {
    const { code, content } = await this.checked(input);
    const open = await this.db.one(
      `select 1 from term_proposal where vocabulary = $1 and code = $2 and state = 'open'`,
      [input.vocabulary, code],
    );
    if (open) throw conflict('term.already-proposed');
    const made = await this.db.one<{ id: string }>(
      'insert into term_proposal (vocabulary, deed, code, content, motive) values ($1, $2, $3, $4, $5) returning id',
      [input.vocabulary, input.deed, code, JSON.stringify(content), input.motive],
    );
    if (!made) throw notFound();
    await this.told(made.id, 'term.proposed', input.deed);
    return this.settled(made.id);
  }

  /** The acting county's answer, which may be changed as long as nothing has been decided. */
  async answer(id: string, { yes, line }: ProposalAnswerInput): Promise<Proposal> {
    await this.opened(id, 'answer');
    await this.db.query(
      `insert into term_answer (proposal_id, yes, line) values ($1, $2, $3) on conflict (proposal_id, organization_id)
       do update set yes = excluded.yes, line = excluded.line, answered_by = ctx_user(), answered_at = clock_timestamp()`,
      [id, yes, line],
    );
    await this.ledger.audited('term.answered', 'vocabularies', id);
    return this.settled(id);
  }

  /** Takes the answer back; what only a no has held up is decided then. */
  async takeBack(id: string): Promise<Proposal> {
    await this.opened(id, 'answer');
    await this.db.query('delete from term_answer where proposal_id = $1 and organization_id = ctx_org()', [id]);
    await this.ledger.audited('term.answer-taken-back', 'vocabularies', id);
    return this.settled(id);
  }

  async withdraw(id: string): Promise<Proposal> {
    const before = await this.opened(id, 'withdraw');
    await this.db.query(
      `update term_proposal set state = 'withdrawn', ended_at = clock_timestamp(), version = version + 1 where id = $1`,
      [id],
    );
    await this.told(id, 'term.withdrawn', before.content.deed);
    return this.read(id);
  }

  /** Takes a merge back, until something has been decided that builds on it. */
  async undo(id: string): Promise<Proposal> {
    const row = await this.row(id);
    proposalPolicy.require('undo', currentActor(), row);
    if (row.state !== 'decided') throw conflict('term.not-open');
    if ((await this.moved('term_proposal_undo', id)) !== 'undone') throw conflict('term.built-upon');
    for (const { area, putBack } of this.carriers.all)
      await this.db.query(`select ${putBack}($1, term_receipt_of($1, $2))`, [id, area]);
    await this.told(id, 'term.undone', row.deed);
    return this.read(id);
  }

  /** Decides it if enough have said yes, and carries what a merge carries. */
  private async settled(id: string): Promise<Proposal> {
    const state = await this.moved('term_proposal_settle', id);
    const row = await this.row(id);
    if (state === 'decided') {
      if (row.deed === 'merge') {
        const receipt: Record<string, unknown> = {};
        for (const { area, carry } of this.carriers.all)
          receipt[area] = (await this.db.one<{ receipt: unknown }>(`select ${carry}($1) as receipt`, [id]))?.receipt;
        await this.db.query('select term_proposal_receipt($1, $2)', [id, JSON.stringify(receipt)]);
      }
      await this.told(id, 'term.decided', row.deed);
    }
    if (state === 'lapsed') await this.told(id, 'term.lapsed', row.deed);
    return viewed(row);
  }

  private async moved(deed: 'term_proposal_settle' | 'term_proposal_undo', id: string): Promise<ProposalState> {
    const row = await this.db.one<{ state: ProposalState }>(`select ${deed}($1) as state`, [id]);
    if (!row) throw notFound();
    return row.state;
  }

  private async told(id: string, kind: string, value: string): Promise<void> {
    await this.ledger.happened({ area: 'vocabularies', objectId: id, visibility: 'members' }, kind, value);
    await this.ledger.audited(kind, 'vocabularies', id);
  }

  private async opened(id: string, verb: 'answer' | 'withdraw'): Promise<Row> {
    const row = await this.row(id);
    proposalPolicy.require(verb, currentActor(), row);
    if (row.state !== 'open') throw conflict('term.not-open');
    return row;
  }

  private async row(id: string): Promise<Row> {
    const row = await this.db.one<Row>(oneProposal, [id]);
    if (!row || !proposalPolicy.can('read', currentActor(), row)) throw notFound();
    return row;
  }

  /** The code it is about and what it would change, or a refusal that says where it is wrong. */
  private async checked(input: ProposalInput): Promise<{ code: string; content: object }> {
    const lists = await this.terms.lists();
    const all = termsOf(lists, input.vocabulary);
    const inUse = all.filter(({ state }) => state === 'in_use');
    const known = (code: string) => termOf(lists, input.vocabulary, code);
    const refuse = (path: string, code: string, choices?: string[]) =>
      badInput([{ path, code, ...(choices ? { choices } : {}) }]);
    if ('sv' in input) {
      const own = 'code' in input ? input.code : '';
      const same = (lang: 'sv' | 'en') =>
        all.some((term) => term.code !== own && term.state !== 'merged' && fold(term[lang]) === fold(input[lang]));
      for (const lang of ['sv', 'en'] as const) if (same(lang)) throw refuse(lang, 'term.word-taken');
    }
    if (input.deed === 'new') {
      const { sv, en, synonymsSv, synonymsEn } = input;
      const code = codeOf(en, (one) => known(one) !== undefined);
      return { code, content: { sv, en, synonymsSv, synonymsEn } };
    }
    const term = known(input.code);
    if (!term)
      throw refuse(
        'code',
        'term.unknown',
        all.map(({ code }) => code),
      );
    if (term.state === 'merged') throw refuse('code', 'term.retired', term.successor ? [term.successor] : []);
    switch (input.deed) {
      case 'words': {
        const { sv, en, synonymsSv, synonymsEn } = input;
        return { code: term.code, content: { sv, en, synonymsSv, synonymsEn } };
      }
      case 'order':
        if (input.after && (!known(input.after) || input.after === term.code)) throw refuse('after', 'term.unknown');
        return { code: term.code, content: { after: input.after } };
      case 'retire':
        if (term.state !== 'in_use') throw refuse('code', 'term.retired', []);
        if (inUse.length === 1) throw conflict('term.last');
        return { code: term.code, content: {} };
      case 'reinstate':
        if (term.state !== 'retired') throw refuse('code', 'term.in-use');
        return { code: term.code, content: {} };
      case 'merge':
        if (input.into === term.code || !inUse.some(({ code }) => code === input.into))
          throw refuse(
            'into',
            known(input.into) ? 'term.retired' : 'term.unknown',
            inUse.map(({ code }) => code),
          );
        return { code: term.code, content: { into: input.into } };
    }
  }
}

const viewed = ({ content, ...facts }: Row): Proposal => {
  const { answer, withdraw, undo } = proposalPolicy.allowed(currentActor(), facts);
  const open = facts.state === 'open';
  return {
    ...content,
    allowed: { answer: answer && open, withdraw: withdraw && open, undo: undo && facts.state === 'decided' },
  };
};

const fold = (words: string) => words.trim().toLocaleLowerCase('sv');

/** A code from the English word: it stands in addresses and files, and never changes. */
function codeOf(english: string, taken: (code: string) => boolean): string {
  const plain = english
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 36);
  const base = plain.length < 2 ? `term_${plain || 'x'}` : plain;
  let code = base;
  for (let n = 2; taken(code); n += 1) code = `${base}_${n}`;
  return code;
}
