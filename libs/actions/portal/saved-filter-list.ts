import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SavedFilter } from '@samverkan/actions/contract';
import { Icon } from '@samverkan/shared/portal';
import { Dialog, SensitiveReportButton } from '@samverkan/writing/portal';
import { pathOf } from './view-paths';

/** All saved filters: opened, renamed, shared or no longer, given the present choice, taken away. */
@Component({
  selector: 'sam-saved-filter-list',
  templateUrl: './saved-filter-list.html',
  styleUrl: './saved-filter-list.scss',
  imports: [Dialog, Icon, RouterLink, SensitiveReportButton, TranslocoDirective],
})
export class SavedFilterList {
  readonly items = input.required<readonly SavedFilter[]>();
  readonly mayShare = input.required<boolean>();
  /** There is a present choice that can take a saved one's place. */
  readonly replaceable = input.required<boolean>();
  readonly problem = input.required<string | null>();
  readonly renamed = output<SavedFilter>();
  readonly shared = output<SavedFilter>();
  readonly replaced = output<SavedFilter>();
  readonly removed = output<SavedFilter>();
  /** One is hidden, and is for somebody else to clean. */
  readonly hidden = output();
  readonly closed = output();
  protected readonly pathOf = pathOf;
}
