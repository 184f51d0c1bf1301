import { Injectable } from '@nestjs/common';
import { OpenContacts } from '@samverkan/contacts/api';
import { GeographyQuery } from '@samverkan/geography/api';
import type {
  OpenDataIndex,
  OpenDataPublication,
  OpenDataPublications,
  OpenDataStrategies,
  OpenDataStrategy,
} from '@samverkan/public/contract';
import { type OpenPublication, OpenPublications } from '@samverkan/publications/api';
import { type OpenTraining, OpenTrainings, notFound } from '@samverkan/shared/api';
import { type OpenStrategy, OpenStrategies } from '@samverkan/strategies/api';
import { addresses, slugOf } from './addresses';
import type { Catalogue, DataPublisher } from './dcat.view';
import { CountyBoards } from './county-boards';
import { type DataPlace, dataAddresses, licence } from './data-addresses';

const atATime = 100;

/** Publications and decided strategies as data: what anybody may read on the pages, and nothing else. */
@Injectable()
export class OpenDataService {
  constructor(
    private readonly geography: GeographyQuery,
    private readonly publicationsOf: OpenPublications,
    private readonly strategiesOf: OpenStrategies,
    private readonly trainingsOf: OpenTrainings,
    private readonly contacts: OpenContacts,
    private readonly boards: CountyBoards,
  ) {}

  async index(origin: string): Promise<OpenDataIndex> {
    const to = dataAddresses(origin);
    const counties = await this.geography.counties();
    return {
      title: 'Länens arbete mot mäns våld mot kvinnor: publikationer och strategier',
      licence,
      publications: to.publications(),
      strategies: to.strategies(),
      catalogue: to.catalogue,
      feeds: { publications: to.publicationFeed(), trainings: to.trainingFeed() },
      counties: counties.map(({ code, name, shortName }) => ({
        code,
        name,
        page: origin + addresses('sv').county(slugOf(shortName)),
        publications: to.publications({ lan: code }),
        strategies: to.strategies({ lan: code }),
      })),
    };
  }

  async publications(origin: string, { lan, sida }: DataPlace): Promise<OpenDataPublications> {
    await this.known(lan);
    const { items, more } = await this.publicationsOf.whole(lan ?? null, sida ?? 1);
    return {
      licence,
      items: items.map((one) => publicationData(one, origin)),
      page: sida ?? 1,
      next: more ? dataAddresses(origin).publications({ lan, sida: (sida ?? 1) + 1 }) : null,
    };
  }

  /** Those of a county, or all, the national frames among them. */
  async strategies(origin: string, { lan, sida = 1 }: DataPlace): Promise<OpenDataStrategies> {
    await this.known(lan);
    const all = (await this.strategiesOf.overview()).strategies.filter(
      ({ countyCodes }) => !lan || countyCodes.includes(lan),
    );
    const some = all.slice((sida - 1) * atATime, sida * atATime);
    const items: OpenDataStrategy[] = [];
    for (const { id } of some) {
      const one = await this.strategiesOf.read(id);
      if (one) items.push(strategyData(one, origin));
    }
    const more = sida * atATime < all.length;
    return {
      licence,
      items,
      page: sida,
      next: more ? dataAddresses(origin).strategies({ lan, sida: sida + 1 }) : null,
    };
  }

  /** The latest, for a feed. */
  async latest(lan: string | undefined): Promise<OpenPublication[]> {
    await this.known(lan);
    return (await this.publicationsOf.whole(lan ?? null, 1)).items.slice(0, 50);
  }

  async trainings(lan: string | undefined): Promise<OpenTraining[]> {
    await this.known(lan);
    return this.trainingsOf.upcoming(lan ?? null);
  }

  /** What the catalogue is made of. */
  async catalogue(origin: string): Promise<Catalogue> {
    const [counties, boards, { items }] = await Promise.all([
      this.geography.counties(),
      this.boards.all(),
      this.publicationsOf.whole(null, 1),
    ]);
    const publishers = await Promise.all(
      counties.map(async (county): Promise<DataPublisher> => {
        const open = (await this.contacts.ofCounty(county.code)).find(({ mailbox }) => mailbox);
        return {
          county,
          name: boards.get(county.code)?.name ?? county.name,
          website: boards.get(county.code)?.website ?? null,
          contact: open?.mailbox ? { title: open.title, mailbox: open.mailbox } : null,
        };
      }),
    );
    return { origin, publishers, changedAt: items[0]?.changedAt ?? null };
  }

  /** Every public page of the site, in Swedish. */
  async pages(): Promise<{ path: string; changedAt?: string }[]> {
    const to = addresses('sv');
    const [counties, { strategies }] = await Promise.all([this.geography.counties(), this.strategiesOf.overview()]);
    const publications: OpenPublication[] = [];
    for (let page = 1, more = true; more && page <= 200; page += 1) {
      const some = await this.publicationsOf.whole(null, page);
      publications.push(...some.items);
      ({ more } = some);
    }
    const texts = (slug?: string) => (['about', 'accessibility', 'privacy'] as const).map((one) => to.text(one, slug));
    return [
      ...[to.start, to.calendar(), to.data, ...texts()].map((path) => ({ path })),
      ...counties
        .map(({ shortName }) => slugOf(shortName))
        .flatMap((slug) => [to.county(slug), to.publications(slug), to.calendar(slug), ...texts(slug)])
        .map((path) => ({ path })),
      ...strategies.map(({ id }) => ({ path: to.strategy(id) })),
      ...publications.map(({ id, changedAt }) => ({ path: to.publication(id), changedAt })),
    ];
  }

  private async known(lan: string | undefined): Promise<void> {
    if (lan && !(await this.geography.counties()).some(({ code }) => code === lan)) throw notFound();
  }
}

const publicationData = (one: OpenPublication, origin: string): OpenDataPublication => ({
  id: one.id,
  address: origin + addresses('sv').publication(one.id),
  title: one.title,
  type: one.type,
  series: one.series,
  number: one.number,
  dnr: one.dnr,
  isbn: one.isbn,
  issn: one.issn,
  year: one.year,
  pages: one.pages,
  language: one.language,
  authors: one.authors,
  summary: one.summary,
  summaryEn: one.summaryEn,
  publishers: one.owners.map(({ name }) => name),
  countyCodes: [...one.countyCodes],
  supersededBy: one.supersededBy.map(({ id }) => id),
  files: one.files.flatMap(({ id, title, language, accessibility, file }) =>
    file
      ? {
          title,
          address: origin + addresses('sv').file(id),
          type: file.type,
          bytes: file.size,
          language,
          accessibility,
          sha256: file.sha256,
        }
      : [],
  ),
  links: one.links.map(({ title, address }) => ({ title, address })),
  changedAt: one.changedAt,
});

const strategyData = (one: OpenStrategy, origin: string): OpenDataStrategy => ({
  id: one.id,
  address: origin + addresses('sv').strategy(one.id),
  kind: one.kind,
  title: one.title,
  titleEn: one.titleEn,
  vision: one.vision,
  status: one.status,
  expired: one.expired,
  startsOn: one.startsOn,
  endsOn: one.endsOn,
  decidedOn: one.decidedOn,
  dnr: one.dnr,
  owner: one.owner?.name ?? null,
  countyCodes: [...one.countyCodes],
  goals: one.goals.map((goal) => ({
    id: goal.id,
    parentId: goal.parentId,
    number: goal.number,
    kind: goal.kind,
    title: goal.title,
    titleEn: goal.titleEn,
    text: goal.text,
    placeholder: goal.placeholder,
    serves: goal.serves.map(({ goal: { id } }) => id),
  })),
  signatories: one.signatories.map(({ name, withdrawnOn }) => ({ name, withdrawnOn })),
  sources: one.sources,
  verification: one.verification,
});
