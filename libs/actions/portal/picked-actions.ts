import { computed, signal } from '@angular/core';

/** What is picked in a list, page after page; or all that its filter finds. */
export class PickedActions {
  readonly picking = signal(false);
  /** All of the filter, also what is on other pages. */
  readonly all = signal(false);
  private readonly ids = signal<ReadonlySet<string>>(new Set());
  readonly list = computed(() => [...this.ids()]);
  readonly count = computed(() => this.ids().size);

  begin(): void {
    this.picking.set(true);
  }

  end(): void {
    this.picking.set(false);
    this.none();
  }

  none(): void {
    this.all.set(false);
    this.ids.set(new Set());
  }

  has(id: string): boolean {
    return this.all() || this.ids().has(id);
  }

  toggle(id: string): void {
    this.all.set(false);
    this.ids.update((ids) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  /** All of a page, or none of it where all are picked. */
  toggleEach(page: readonly string[]): void {
    const whole = page.every((id) => this.ids().has(id));
    this.all.set(false);
    this.ids.update((ids) => new Set(whole ? [...ids].filter((id) => !page.includes(id)) : [...ids, ...page]));
  }
}
