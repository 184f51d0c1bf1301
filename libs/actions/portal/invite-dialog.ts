import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  type Action,
  CooperationInvitationInput,
  type CooperationRole,
  cooperationRoles,
} from '@samverkan/actions/contract';
import type { OrganizationRef } from '@samverkan/organizations/contract';
import { type GuardReason, confirmation, guardText } from '@samverkan/shared/contract';
import { Icon, ProblemWords, Toasts, newIdempotencyKey } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';
import { partiesNamed } from './actions.data';
import { ChoicePicker, type PickerChoice } from './choice-picker';
import { CooperationRequests, functionsOf } from './cooperation.data';

const quietMs = 200;

/** An owner asks another party in, as a second owner or as a partner, to one of its functions if she wishes. */
@Component({
  selector: 'sam-action-invite-dialog',
  templateUrl: './invite-dialog.html',
  imports: [ChoicePicker, Dialog, GuardedText, Icon, TranslocoDirective],
})
export class ActionInviteDialog {
  private readonly requests = inject(CooperationRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  readonly action = input.required<Action>();
  readonly sent = output();
  readonly closed = output();
  private readonly text = viewChild(GuardedText);
  private readonly key = newIdempotencyKey();
  private readonly wanted = signal('');
  private readonly parties = partiesNamed(this.wanted);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly roles = cooperationRoles;
  protected readonly party = signal<Pick<OrganizationRef, 'id' | 'name'> | null>(null);
  protected readonly role = signal<CooperationRole>('owner');
  protected readonly functionId = signal('');
  protected readonly message = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly busy = signal(false);
  protected readonly missing = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly posts = functionsOf(() => this.party()?.id ?? '');
  protected readonly functions = computed(() =>
    this.party() && this.posts.hasValue() ? this.posts.value().items.map(({ id, title }) => ({ id, title })) : [],
  );
  /** A partner would not see it. */
  protected readonly ownersOnly = computed(() => this.action().visibility === 'own');
  protected readonly chosen = computed<PickerChoice[]>(() => {
    const party = this.party();
    return party ? [{ value: party.id, label: party.name }] : [];
  });
  protected readonly found = computed<PickerChoice[]>(() => {
    const owners = this.action().owners.map(({ id }) => id);
    return (this.wanted() && this.parties.hasValue() ? this.parties.value().items : [])
      .filter(({ id }) => !owners.includes(id) && id !== this.party()?.id)
      .map(({ id, name, matchedName }) => ({ value: id, label: name, ...(matchedName ? { hint: matchedName } : {}) }));
  });
  protected readonly partyErrors = computed(() =>
    this.missing() && !this.party() ? [{ kind: 'server', message: 'field.required' }] : [],
  );

  /** A text the guard stops is not sent, not even to be searched for. */
  protected search(words: string): void {
    clearTimeout(this.timer);
    const wanted = guardText(words).some((finding) => finding.grade !== 'hint') ? '' : words.trim();
    this.timer = setTimeout(() => this.wanted.set(wanted), wanted ? quietMs : 0);
  }

  protected pick(id: string): void {
    const party = this.parties.hasValue() ? this.parties.value().items.find((one) => one.id === id) : undefined;
    if (party) this.party.set(party);
    this.functionId.set('');
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.missing.set(true);
    const party = this.party();
    if (!party || this.busy() || this.text()?.blocked()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const input = CooperationInvitationInput.parse({
        organizationId: party.id,
        role: this.role(),
        functionId: this.functionId() || null,
        message: this.message(),
        guardConfirmed: confirmation('message', this.confirmed()),
      });
      const made = await this.requests.invite(this.action().id, input, this.key);
      this.sent.emit();
      const undo = {
        label: this.transloco.translate<string>('actions.undo'),
        run: () => void this.requests.withdraw(made.id),
      };
      await this.toasts.show(this.transloco.translate('actions.invite.sent', { party: party.name }), undo);
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
