import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import {
  HumanDatePipe,
  Icon,
  Language,
  PageHead,
  ProblemWords,
  Step,
  Thread,
  keepLatest,
} from '@samverkan/shared/portal';
import { organizationWith } from './organizations.data';

/** One party: what it is, where it works, and the names it has had. */
@Component({
  selector: 'sam-party-page',
  templateUrl: './party.page.html',
  styleUrl: './party.page.scss',
  imports: [HumanDatePipe, Icon, PageHead, RouterLink, Step, Thread, TranslocoDirective],
})
export class PartyPage {
  private readonly words = inject(ProblemWords);
  private readonly language = inject(Language);
  protected readonly geography = inject(GeographyData);
  readonly id = input.required<string>();

  private readonly source = organizationWith(() => this.id());
  private readonly latest = keepLatest(this.source);
  protected readonly party = computed(() => (this.latest()?.id === this.id() ? this.latest() : undefined));
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });
  protected readonly english = computed(() => this.language.current() === 'en');
  protected readonly description = computed(() => {
    const party = this.party();
    return (this.english() ? party?.descriptionEn : null) ?? party?.description ?? null;
  });
  /** A description only in Swedish is read out as Swedish on an English page. */
  protected readonly descriptionLang = computed(() => (this.english() && !this.party()?.descriptionEn ? 'sv' : null));
  protected readonly periods = computed(() => this.party()?.names.filter((name) => name.usage === 'name') ?? []);
  protected readonly otherNames = computed(() => this.party()?.names.filter((name) => name.usage !== 'name') ?? []);
  protected readonly unchecked = computed(() => this.periods().some((name) => name.verification === 'unverified'));
  protected readonly counties = computed(
    () =>
      this.party()
        ?.countyCodes.map((code) => this.geography.name(code))
        .join(', ') ?? '',
  );
  protected readonly municipalities = computed(
    () =>
      this.party()
        ?.municipalityCodes.map((code) => this.geography.name(code))
        .join(', ') ?? '',
  );

  protected again(): void {
    this.source.reload();
  }
}
