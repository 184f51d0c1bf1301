import { Component, computed, inject, input, linkedSignal, output, signal, viewChildren } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords, asProblem, newIdempotencyKey, plural } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';
import {
  type Proposal,
  ProposalInput,
  type Term,
  type TermDeed,
  type TermUses,
  type VocabularyName,
} from '@samverkan/vocabularies/contract';
import { ProposalRequests } from './proposals.data';
import { TermLists } from './term-lists.data';

const linesOf = (text: string) => [
  ...new Set(
    text
      .split(/[\n,;]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

/** Proposes a new term, or a change of one: other words, another place, retired or merged, with why. */
@Component({
  selector: 'sam-proposal-dialog',
  templateUrl: './proposal-dialog.html',
  imports: [Dialog, GuardedText, Icon, TranslocoDirective],
})
export class ProposalDialog {
  private readonly requests = inject(ProposalRequests);
  private readonly words = inject(ProblemWords);
  protected readonly terms = inject(TermLists);
  private readonly key = newIdempotencyKey();
  protected readonly plural = plural;
  private readonly texts = viewChildren(GuardedText);
  readonly name = input.required<VocabularyName>();
  /** The term to be changed; null for a new one. */
  readonly term = input.required<Term | null>();
  readonly uses = input.required<TermUses['items']>();
  readonly proposed = output<Proposal>();
  readonly closed = output();
  protected readonly deeds = computed<readonly TermDeed[]>(() => {
    const term = this.term();
    if (!term) return ['new'];
    return term.state === 'retired' ? ['reinstate', 'words', 'merge'] : ['words', 'order', 'merge', 'retire'];
  });
  protected readonly deed = linkedSignal<TermDeed>(() => this.deeds()[0] ?? 'new');
  protected readonly sv = linkedSignal(() => this.term()?.sv ?? '');
  protected readonly en = linkedSignal(() => this.term()?.en ?? '');
  protected readonly synonymsSv = linkedSignal(() => this.term()?.synonymsSv.join('\n') ?? '');
  protected readonly synonymsEn = linkedSignal(() => this.term()?.synonymsEn.join('\n') ?? '');
  protected readonly others = computed(() =>
    this.terms.choices(this.name()).filter(({ value }) => value !== this.term()?.code),
  );
  /** The term it would stand after or become part of. */
  protected readonly other = signal('');
  protected readonly motive = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal(false);
  /** What a merge would do, as far as this reader sees. */
  protected readonly preview = computed(() => {
    const term = this.term();
    const into = this.others().find(({ value }) => value === this.other())?.label;
    if (this.deed() !== 'merge' || !term || !into) return null;
    const count = this.uses().find(({ code }) => code === term.code)?.count ?? 0;
    return { count, from: this.terms.word(this.name(), term.code), into };
  });

  protected choose(deed: string): void {
    this.deed.set(deed as TermDeed);
    this.other.set('');
    this.problem.set(null);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy() || this.texts().some((text) => text.blocked())) return;
    const input = ProposalInput.safeParse(this.written());
    if (!input.success) {
      const dotted = input.error.issues.map(({ message }) => message).find((words) => /^[a-z]+\.[a-z-]+$/.test(words));
      return this.problem.set(this.words.code(dotted ?? 'input.invalid'));
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.proposed.emit(await this.requests.propose(input.data, this.key));
    } catch (error) {
      const issue = asProblem(error)?.issues?.[0];
      this.problem.set(issue ? this.words.code(issue.code) : this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private written(): unknown {
    const common = {
      deed: this.deed(),
      vocabulary: this.name(),
      motive: this.motive().trim(),
      guardConfirmed: confirmation('motive', this.confirmed()),
    };
    const code = this.term()?.code;
    const words = {
      sv: this.sv().trim(),
      en: this.en().trim(),
      synonymsSv: linesOf(this.synonymsSv()),
      synonymsEn: linesOf(this.synonymsEn()),
    };
    switch (this.deed()) {
      case 'new':
        return { ...common, ...words };
      case 'words':
        return { ...common, code, ...words };
      case 'order':
        return { ...common, code, after: this.other() || null };
      case 'merge':
        return { ...common, code, into: this.other() };
      default:
        return { ...common, code };
    }
  }
}
