import { Component, DOCUMENT, inject } from '@angular/core';
import { NavigationEnd, NavigationError, Router, RouterOutlet } from '@angular/router';
import { Appearance } from '@samverkan/shared/portal';

@Component({ selector: 'sam-root', template: '<router-outlet />', imports: [RouterOutlet] })
export class Root {
  private readonly document = inject(DOCUMENT);

  constructor() {
    // Every page follows the theme, also those outside the shell, also when the system changes meanwhile.
    inject(Appearance);
    // The frame of the start page gives way to the page's head; nothing else should wait behind it.
    inject(Router).events.subscribe((event) => {
      const elsewhere = event instanceof NavigationEnd && event.urlAfterRedirects !== '/';
      if (elsewhere || event instanceof NavigationError) this.document.getElementById('first-paint')?.remove();
    });
  }
}
