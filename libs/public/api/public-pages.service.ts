import { Injectable } from '@nestjs/common';
import { GeographyQuery } from '@samverkan/geography/api';
import { OpenPublications } from '@samverkan/publications/api';
import { OpenStrategies } from '@samverkan/strategies/api';
import { addresses, slugOf } from './addresses';
import { yearsOf } from './days';
import type { CountyProps } from './county.page';
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
  ) {}

  async start(language: PageLanguage): Promise<StartProps> {
    const [counties, landscape] = await Promise.all([this.geography.counties(), this.strategies.overview()]);
    return { language, counties, landscape };
  }

  async county(language: PageLanguage, slug: string): Promise<CountyProps | undefined> {
    const { counties, landscape } = await this.start(language);
    const county = counties.find(({ shortName }) => slugOf(shortName) === slug);
    if (!county) return undefined;
    const chains = landscape.chains.filter(({ countyCode }) => countyCode === county.code);
    const inForce = landscape.strategies.filter(
      (strategy) => strategy.countyCodes.includes(county.code) && stateOf(strategy) === 'in_force',
    );
    const current = await Promise.all(inForce.map(({ id }) => this.strategies.read(id)));
    const selected = await this.publications.selected(county.code);
    return { language, county, chains, current: current.flatMap((strategy) => strategy ?? []), selected };
  }

  async publicationsOf(language: PageLanguage, slug: string, q: string): Promise<PublicationsProps | undefined> {
    const county = (await this.geography.counties()).find(({ shortName }) => slugOf(shortName) === slug);
    if (!county) return undefined;
    return { language, county, q, publications: await this.publications.ofCounty(county.code, q) };
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
    const years = yearsOf(strategy.startsOn, strategy.endsOn);
    return { language, strategy, years, path: addresses(language).strategy(id) };
  }
}
