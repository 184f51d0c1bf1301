import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ActivityEvent } from '@samverkan/activity/contract';
import { Time, provideWords } from '@samverkan/shared/portal';
import { activityWords } from './activity-words';
import { eventWords } from './event-words';
import { NewsSeen } from './news-seen';

/** News on a thread, newest first. What is new since last time has an orange knot and says so. */
@Component({
  selector: 'sam-feed',
  template: `<ul class="thread feed" *transloco="let t">
    @for (event of events(); track event.cursor) {
      <li [class.new]="isNew(event)">
        <sam-time [at]="event.at" />
        @if (isNew(event)) {
          <span class="vh">{{ t('activity.new') }}</span>
        }
        <a [routerLink]="roomOf(event)">{{ event.title }}</a>
        <p>{{ t(words(event), { organization: event.organization?.name }) }}</p>
      </li>
    }
  </ul>`,
  imports: [RouterLink, Time, TranslocoDirective],
  providers: [provideWords(activityWords)],
})
export class Feed {
  private readonly seen = inject(NewsSeen);
  readonly events = input.required<readonly ActivityEvent[]>();
  protected readonly words = eventWords;
  /** Where the things of each area have their pages. */
  private readonly rooms: Partial<Record<string, string>> = {
    comments: '/kommentarer',
    tasks: '/uppgifter',
    vocabularies: '/ordlistor/forslag',
    contacts: '/kontakter',
    organizations: '/parter',
    strategies: '/strategier',
    consultations: '/remisser',
    assignments: '/uppdrag',
    publications: '/publikationer',
    followup: '/bedomningar',
    learning: '/utbildningar',
    methods: '/metoder',
    questions: '/fragor',
    support: '/stod',
  };
  /** Held from when the feed was opened: looking at it does not make it old at once. */
  private readonly seenBefore = this.seen.until();

  protected roomOf({ area, kind, objectId }: ActivityEvent): string[] {
    if (kind.startsWith('connection.')) return ['/insatser/samarbete'];
    if (kind.startsWith('hosting.')) return ['/utbildningar/tillsammans', objectId];
    if (kind.startsWith('bundle.')) return ['/fragor/samlade', objectId];
    if (kind.startsWith('faq.')) return ['/fragor/svar', objectId];
    return [kind.startsWith('cooperation.') ? '/insatser/samarbete' : (this.rooms[area] ?? '/insatser'), objectId];
  }

  protected isNew(event: ActivityEvent): boolean {
    return !event.own && this.seenBefore !== '' && event.at > this.seenBefore;
  }
}
