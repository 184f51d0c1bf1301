import { Injectable } from '@nestjs/common';
import { GeographyQuery } from '@samverkan/geography/api';
import type { PublicPiece } from '@samverkan/public/contract';
import { currentActor, notFound, runInScope } from '@samverkan/shared/api';
import type { Response } from 'express';
import { isPublicPage, slugOf } from './addresses';
import { DrawnPages } from './drawn-pages';
import { PageFrame } from './page-frame';
import { publicTextsPolicy } from './public-texts.policy';
import { PublicTextsQuery } from './public-texts.query';
import type { PageLanguage } from './words';

/** The public page as it will be with what waits. It is drawn as for anybody: nobody's rights, the same code, the same frame. */
@Injectable()
export class PublicPreview {
  constructor(
    private readonly geography: GeographyQuery,
    private readonly texts: PublicTextsQuery,
    private readonly pages: DrawnPages,
    private readonly frame: PageFrame,
  ) {}

  async send(response: Response, countyCode: string, piece: PublicPiece, language: PageLanguage): Promise<void> {
    if (!publicTextsPolicy.can('read', currentActor(), { countyCode, state: 'draft' })) throw notFound();
    const county = (await this.geography.counties()).find(({ code }) => code === countyCode);
    if (!county) throw notFound();
    const waiting = (await this.texts.current(countyCode)).filter(
      ({ state }) => state === 'draft' || state === 'scheduled',
    );
    const instead = Object.fromEntries(waiting.map(({ piece: of, sv, en, shownFrom }) => [of, { sv, en, shownFrom }]));
    const slug = slugOf(county.shortName);
    const draw = () => {
      if (isPublicPage(piece)) return this.pages.text(language, piece, slug, instead);
      if (piece === 'publications') return this.pages.publications(language, slug, '', 1, instead);
      if (piece === 'calendar') return this.pages.calendar(language, slug, instead);
      return this.pages.county(language, slug, instead);
    };
    const drawn = await runInScope({ requestId: 'preview' }, draw);
    if (!drawn) throw notFound();
    this.frame.send(response, drawn);
  }
}
