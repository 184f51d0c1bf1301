import { Injector, Service, inject } from '@angular/core';

export interface Undo {
  label: string;
  run: () => void;
}

/** Short news at the bottom of the screen, with an undo where the deed can be undone. Read aloud politely. */
@Service()
export class Toasts {
  private readonly injector = inject(Injector);

  async show(words: string, undo?: Undo): Promise<void> {
    // Fetched when first needed: it brings the overlay with it.
    const { MatSnackBar } = await import('@angular/material/snack-bar');
    const bar = this.injector.get(MatSnackBar).open(words, undo?.label, { duration: undo ? 8000 : 5000 });
    if (undo) bar.onAction().subscribe(undo.run);
  }
}
