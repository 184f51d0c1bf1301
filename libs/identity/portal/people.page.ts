import { Component, type Signal, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { PeopleQuery, type Person, peopleStates, roles } from '@samverkan/identity/contract';
import { type Choice, FilterMenu, ListFrame, ListSearch, listState } from '@samverkan/reading/portal';
import {
  HumanDatePipe,
  Icon,
  Language,
  PageHead,
  ProblemWords,
  Toasts,
  humanDate,
  keepLatest,
  plural,
} from '@samverkan/shared/portal';
import { CloseAccountDialog } from './close-account-dialog';
import { EndMembershipDialog } from './end-membership-dialog';
import { Invitations } from './invitations';
import { identityWords } from './identity-words';
import { peopleList, PeopleRequests } from './people.data';
import { Proof } from './proof';
import { ProofAsked } from './proof-asked';
import { SessionStore } from './session-store';

type Sort = PeopleQuery['sort'];

/** The people an administrator looks after: who they are, until when they hold, and what may be done. */
@Component({
  selector: 'sam-people-page',
  templateUrl: './people.page.html',
  imports: [
    CloseAccountDialog,
    EndMembershipDialog,
    FilterMenu,
    HumanDatePipe,
    Icon,
    Invitations,
    ListFrame,
    ListSearch,
    PageHead,
    ProofAsked,
    RouterLink,
    TranslocoDirective,
  ],
})
export class PeoplePage {
  private readonly requests = inject(PeopleRequests);
  private readonly proof = inject(Proof);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly transloco = inject(TranslocoService);
  private readonly spoken = toSignal(this.transloco.selectTranslate<string>('people.heading', {}, identityWords));
  protected readonly state = listState(PeopleQuery);
  protected readonly source = peopleList(this.state.params);
  protected readonly page = keepLatest(this.source);
  protected readonly plural = plural;
  protected readonly sorts: readonly Sort[] = ['name', 'organization', 'attested'];
  protected readonly states = peopleStates;
  protected readonly problem = signal<string | null>(null);
  protected readonly ending = signal<Person | null>(null);
  protected readonly closing = signal<Person | null>(null);
  protected readonly roleChoices: Signal<readonly Choice[]> = computed(() => {
    this.spoken();
    return roles.map((role) => ({ value: role, label: this.transloco.translate(`identity.role.${role}`) }));
  });

  protected chooseRoles(value: readonly string[]): void {
    const chosen = roles.filter((role) => value.includes(role));
    this.state.patch({ role: chosen.length > 0 ? chosen : undefined });
  }

  protected sortBy(sort: Sort): void {
    const { sort: now, order } = this.state.query();
    this.state.patch({ sort, order: sort === now && order === 'asc' ? 'desc' : 'asc' });
  }

  protected ariaSort(sort: Sort): 'ascending' | 'descending' | null {
    const { sort: now, order } = this.state.query();
    return sort !== now ? null : order === 'asc' ? 'ascending' : 'descending';
  }

  protected attest(person: Person): Promise<boolean> {
    return this.deed(person, 'identity.people.attested.done', () => this.requests.attest(person.membershipId));
  }

  protected openAccount(person: Person): Promise<boolean> {
    return this.deed(person, 'identity.people.opened.done', () => this.requests.openAccount(person.membershipId));
  }

  protected async closeAccount(person: Person): Promise<void> {
    this.closing.set(null);
    await this.deed(person, 'identity.people.closed.done', () => this.requests.closeAccount(person.membershipId));
  }

  protected async end(person: Person, lastDay: string): Promise<void> {
    this.ending.set(null);
    const day = humanDate(lastDay, this.language.current());
    const done = await this.deed(
      person,
      'identity.people.ended.done',
      () => this.requests.end(person.membershipId, lastDay),
      { day },
    );
    // What she had open is her organisation's to decide on.
    if (done && person.organization.id === this.session.acting()?.organization.id)
      await this.router.navigateByUrl('/overlamning');
  }

  private async deed(
    { name }: Person,
    done: string,
    work: () => Promise<void>,
    more: Record<string, string> = {},
  ): Promise<boolean> {
    this.problem.set(null);
    let isDone = false;
    try {
      await this.proof.before(async () => {
        await work();
        isDone = true;
        await this.toasts.show(this.transloco.translate(done, { name, ...more }));
      });
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
    this.source.reload();
    return isDone;
  }
}
