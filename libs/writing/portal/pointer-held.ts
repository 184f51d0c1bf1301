import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

/**
 * Whether a pointer is pressed just now. What appears while it is would move what lies under it, and the click would be lost: pressing a
 * button leaves the field before it, which then may say what is wrong with it.
 */
@Injectable({ providedIn: 'root' })
export class PointerHeld {
  private readonly pressed = signal(false);
  readonly held = this.pressed.asReadonly();

  constructor() {
    const { defaultView } = inject(DOCUMENT);
    if (!defaultView) return;
    const listen = (name: string, heard: () => void, capture = true) =>
      defaultView.addEventListener(name, heard, { capture, passive: true });
    const released = () => void defaultView.setTimeout(() => this.pressed.set(false));
    listen('pointerdown', () => this.pressed.set(true));
    // The click comes after the release and in the same turn.
    listen('pointerup', released);
    listen('pointercancel', released);
    // The window's own, not a field's.
    listen('blur', released, false);
  }
}
