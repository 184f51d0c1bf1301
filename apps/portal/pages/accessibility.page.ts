import { Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHead, provideWords } from '@samverkan/shared/portal';
import { pagesWords } from './pages-words';

@Component({
  selector: 'sam-accessibility-page',
  templateUrl: './accessibility.page.html',
  imports: [PageHead, TranslocoDirective],
  providers: [provideWords(pagesWords)],
})
export class AccessibilityPage {}
