import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ContactGroup } from '@samverkan/contacts/contract';
import { Icon, PageHead, ProblemWords, Time, Toasts, keepLatest, plural } from '@samverkan/shared/portal';
import { ContactChoices } from './contact-choices';
import { GroupDialog } from './group-dialog';
import { GroupRequests, groupsHere } from './groups.data';

/** The organisation's groups of recipients: opened, renamed, taken away and put back. */
@Component({
  selector: 'sam-groups-page',
  templateUrl: './groups.page.html',
  imports: [GroupDialog, Icon, PageHead, RouterLink, Time, TranslocoDirective],
})
export class GroupsPage {
  private readonly requests = inject(GroupRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly choices = inject(ContactChoices);
  private readonly source = groupsHere();
  protected readonly groups = keepLatest(this.source);
  protected readonly renamed = signal<ContactGroup | null>(null);
  private readonly failed = signal<string | null>(null);
  protected readonly problem = computed(
    () => this.failed() ?? (this.source.error() ? this.words.of(this.source.error()) : null),
  );
  protected readonly plural = plural;

  /** What a kept choice means, in the words of the filters. */
  protected choiceOf(choice: Record<string, string>): string {
    const lists = {
      subject: this.choices.subjects(),
      kind: this.choices.kinds(),
      municipality: this.choices.municipalities(),
    };
    const parts = Object.entries(choice).flatMap(([name, value]) => {
      if (name === 'q') return [`”${value}”`];
      if (name === 'scope') return value === 'all' ? [this.transloco.translate('contacts.filter.everywhere')] : [];
      const list = lists[name as keyof typeof lists] as (typeof lists)['subject'] | undefined;
      if (!list) return value === 'true' ? [this.transloco.translate(`contacts.filter.${name}`)] : [];
      return [
        value
          .split(',')
          .map((code) => list.find((one) => one.value === code)?.label ?? code)
          .join(', '),
      ];
    });
    return parts.join(' · ') || this.transloco.translate('contacts.groups.everybody');
  }

  protected async remove(group: ContactGroup): Promise<void> {
    if (!(await this.tried(() => this.requests.remove(group.id)))) return;
    await this.toasts.show(this.transloco.translate('contacts.groups.removed', { name: group.name }), {
      label: this.transloco.translate('contacts.undo'),
      run: () => void this.tried(() => this.requests.restore(group.id)),
    });
  }

  protected async wasRenamed(): Promise<void> {
    this.renamed.set(null);
    this.source.reload();
    await this.toasts.show(this.transloco.translate('contacts.groups.renamed'));
  }

  private async tried(deed: () => Promise<unknown>): Promise<boolean> {
    this.failed.set(null);
    try {
      await deed();
      return true;
    } catch (error) {
      this.failed.set(this.words.of(error));
      return false;
    } finally {
      this.source.reload();
    }
  }
}
