import { Injectable } from '@nestjs/common';
import { OpenContacts } from '@samverkan/contacts/api';
import type { County } from '@samverkan/geography/contract';
import { GeographyQuery } from '@samverkan/geography/api';
import { OpenPublications } from '@samverkan/publications/api';
import { type OpenProgress, OpenProgressOfGoals, OpenTrainings } from '@samverkan/shared/api';
import { type OpenStrategy, OpenStrategies } from '@samverkan/strategies/api';
import { addresses, slugOf } from './addresses';
import type { CalendarProps } from './calendar.page';
import type { CountyProps } from './county.page';
import { yearsOf } from './days';
import { PageTextsService } from './page-texts.service';
import type { ShownTexts } from './public-texts.query';
import type { PublicationProps } from './publication.page';
import type { PublicationsProps } from './publications.page';
import { stateOf } from './states';
import type { StartProps } from './start.page';
import type { StrategyProps } from './strategy.page';
import type { PageLanguage } from './words';

/** What each public page shows. Undefined is what is not there, and what is not public. */
@Injectable()
export class PublicPagesService {
  constructor(
    private readonly geography: GeographyQuery,
    private readonly strategies: OpenStrategies,
    private readonly publications: OpenPublications,
    private readonly contacts: OpenContacts,
    private readonly trainings: OpenTrainings,
    private readonly progress: OpenProgressOfGoals,
    private readonly texts: PageTextsService,
  ) {}

  async start(language: PageLanguage): Promise<StartProps> {
    const [counties, landscape] = await Promise.all([this.geography.counties(), this.strategies.overview()]);
    return { language, counties, landscape };
  }

  async countyOf(slug: string): Promise<County | undefined> {
    return (await this.geography.counties()).find(({ shortName }) => slugOf(shortName) === slug);
  }

  /** `instead`: texts that an editor looks at before they are shown. */
  async county(language: PageLanguage, slug: string, instead?: ShownTexts): Promise<CountyProps | undefined> {
    const county = await this.countyOf(slug);
    if (!county) return undefined;
    const [landscape, texts, contacts, selected, trainings] = await Promise.all([
      this.strategies.overview(),
      this.texts.of(language, county, instead),
      this.contacts.ofCounty(county.code),
      this.publications.selected(county.code),
      this.trainings.upcoming(county.code),
    ]);
    const chains = landscape.chains.filter(({ countyCode }) => countyCode === county.code);
    const inForce = landscape.strategies.filter(
      (strategy) => strategy.countyCodes.includes(county.code) && stateOf(strategy) === 'in_force',
    );
    const [current, fullTexts] = await Promise.all([
      Promise.all(inForce.map(({ id }) => this.strategies.read(id))),
      this.publications.fullTexts(selected.map(({ id }) => id)),
    ]);
    const inUse = current.flatMap((strategy) => strategy ?? []);
    const progress = await this.progressOf(inUse);
    return {
      language,
      county,
      texts,
      contacts,
      chains,
      current: inUse,
      progress,
      selected,
      fullTexts,
      trainings,
    };
  }

  async publicationsOf(
    language: PageLanguage,
    slug: string,
    q: string,
    page: number,
    instead?: ShownTexts,
  ): Promise<PublicationsProps | undefined> {
    const county = await this.countyOf(slug);
    if (!county) return undefined;
    const [found, texts] = await Promise.all([
      this.publications.ofCounty(county.code, q, page),
      this.texts.of(language, county, instead),
    ]);
    // A page beyond the last is no page.
    if (page > found.pages) return undefined;
    return { language, county, ingress: texts.publications, q, publications: found.items, page, pages: found.pages };
  }

  /** Of one county, or of the whole country. Undefined for a county that is not there. */
  async calendar(language: PageLanguage, slug?: string, instead?: ShownTexts): Promise<CalendarProps | undefined> {
    const county = slug === undefined ? undefined : await this.countyOf(slug);
    if (slug !== undefined && !county) return undefined;
    const [trainings, landscape, texts] = await Promise.all([
      this.trainings.upcoming(county?.code ?? null),
      this.strategies.overview(),
      this.texts.of(language, county, instead),
    ]);
    const strategies = landscape.strategies.filter(
      ({ countyCodes }) => !county || countyCodes.length === 0 || countyCodes.includes(county.code),
    );
    return { language, ...(county ? { county } : {}), ingress: texts.calendar, trainings, strategies };
  }

  async publication(language: PageLanguage, id: string): Promise<PublicationProps | undefined> {
    const publication = await this.publications.read(id);
    return publication && { language, publication };
  }

  fileName(id: string): Promise<string | undefined> {
    return this.publications.fileName(id);
  }

  async strategy(
    language: PageLanguage,
    id: string,
  ): Promise<(StrategyProps & { years: string; path: string }) | undefined> {
    const strategy = await this.strategies.read(id);
    if (!strategy) return undefined;
    const [years, progress] = [yearsOf(strategy.startsOn, strategy.endsOn), await this.progressOf([strategy])];
    return { language, strategy, progress, years, path: addresses(language).strategy(id) };
  }

  /** What is done towards each goal and all that stands under it. */
  private progressOf(strategies: readonly OpenStrategy[]): Promise<Map<string, OpenProgress>> {
    return this.progress.of(
      strategies.flatMap(({ goals }) => goals.map(({ id }) => ({ id, goalIds: branchOf(goals, id) }))),
    );
  }
}

const branchOf = (goals: OpenStrategy['goals'], id: string): string[] => [
  id,
  ...goals.filter(({ parentId }) => parentId === id).flatMap((goal) => branchOf(goals, goal.id)),
];
