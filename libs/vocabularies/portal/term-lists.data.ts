import { httpResource } from '@angular/common/http';
import { Service, computed, inject } from '@angular/core';
import { type Choice } from '@samverkan/reading/portal';
import { Language, keepLatest, reloadOn } from '@samverkan/shared/portal';
// Types alone: the contract's schemas would follow into what the start page loads.
import type { Term, Vocabularies, VocabularyName } from '@samverkan/vocabularies/contract';

const none: Vocabularies = { items: [] };

/** The lists, asked for when a page first needs them and again when one has been changed. */
@Service()
export class TermLists {
  private readonly language = inject(Language);
  readonly source = httpResource<Vocabularies>(() => '/api/vocabularies');
  private readonly latest = keepLatest(this.source);
  /** Empty until they have come. */
  readonly lists = computed(() => this.latest() ?? none);
  readonly failed = computed(() => this.source.status() === 'error');

  constructor() {
    reloadOn('vocabularies', this.source);
  }

  reload(): void {
    this.source.reload();
  }

  /** A term's word, also of one that is no longer in use; empty until the lists have come, three dots when they could not be had. */
  word(name: VocabularyName, code: string): string {
    const term = this.termsOf(name).find((one) => one.code === code);
    if (term) return term[this.language.current()];
    if (this.latest()) return code;
    return this.failed() ? '…' : '';
  }

  words(name: VocabularyName, codes: readonly string[]): string {
    return codes.map((code) => this.word(name, code)).join(', ');
  }

  /** What can be chosen, and after it what stands there already though it cannot. */
  choices(name: VocabularyName, standing: readonly string[] = []): Choice[] {
    const inUse = this.termsOf(name)
      .filter(({ state }) => state === 'in_use')
      .map(({ code }) => code);
    const others = standing.filter((code) => code !== '' && !inUse.includes(code));
    return [...inUse, ...others].map((code) => ({ value: code, label: this.word(name, code) }));
  }

  /** Those that cannot be chosen any more and have no successor: rows may still have them. */
  retired(name: VocabularyName): readonly string[] {
    return this.termsOf(name)
      .filter(({ state }) => state === 'retired')
      .map(({ code }) => code);
  }

  private termsOf(name: VocabularyName): readonly Term[] {
    return this.lists().items.find((list) => list.name === name)?.terms ?? [];
  }
}
