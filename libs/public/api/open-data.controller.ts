import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  OpenDataFeedQuery,
  OpenDataIndex,
  OpenDataPublications,
  OpenDataQuery,
  OpenDataStrategies,
} from '@samverkan/public/contract';
import { Allow } from '@samverkan/shared/api';
import type { Request } from 'express';
import { catalogue } from './dcat.view';
import { publicationFeed, robots, sitemap, trainingFeed } from './feeds.view';
import { OpenDataService } from './open-data.service';
import { PublicOrigin } from './public-origin';

const none = 'no-store';
const atom = 'application/atom+xml; charset=utf-8';

/** What is decided and published, as data for anybody: no account, no key, nothing that the pages do not say. */
@ApiTags('open-data')
@Controller()
export class OpenDataController {
  constructor(
    private readonly data: OpenDataService,
    private readonly origin: PublicOrigin,
  ) {}

  @Get('oppna-data')
  @Header('Cache-Control', none)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: OpenDataIndex })
  index(@Req() request: Request): Promise<OpenDataIndex> {
    return this.data.index(this.origin.of(request));
  }

  @Get('oppna-data/publikationer.json')
  @Header('Cache-Control', none)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: OpenDataPublications })
  publications(
    @Query({ schema: OpenDataQuery }) query: OpenDataQuery,
    @Req() request: Request,
  ): Promise<OpenDataPublications> {
    return this.data.publications(this.origin.of(request), query);
  }

  @Get('oppna-data/strategier.json')
  @Header('Cache-Control', none)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: OpenDataStrategies })
  strategies(
    @Query({ schema: OpenDataQuery }) query: OpenDataQuery,
    @Req() request: Request,
  ): Promise<OpenDataStrategies> {
    return this.data.strategies(this.origin.of(request), query);
  }

  /** DCAT-AP-SE 3, for Sveriges dataportal. */
  @Get('oppna-data/dcat.rdf')
  @Header('Cache-Control', none)
  @Header('Content-Type', 'application/rdf+xml; charset=utf-8')
  @Allow('anonymous')
  @ApiProduces('application/rdf+xml')
  async catalogue(@Req() request: Request): Promise<string> {
    return catalogue(await this.data.catalogue(this.origin.of(request)));
  }

  @Get('oppna-data/publikationer.atom')
  @Header('Cache-Control', none)
  @Header('Content-Type', atom)
  @Allow('anonymous')
  @ApiProduces('application/atom+xml')
  async publicationFeed(
    @Query({ schema: OpenDataFeedQuery }) { lan }: OpenDataFeedQuery,
    @Req() request: Request,
  ): Promise<string> {
    return publicationFeed(await this.data.latest(lan), this.origin.of(request), lan);
  }

  @Get('oppna-data/utbildningar.atom')
  @Header('Cache-Control', none)
  @Header('Content-Type', atom)
  @Allow('anonymous')
  @ApiProduces('application/atom+xml')
  async trainingFeed(
    @Query({ schema: OpenDataFeedQuery }) { lan }: OpenDataFeedQuery,
    @Req() request: Request,
  ): Promise<string> {
    return trainingFeed(await this.data.trainings(lan), this.origin.of(request), lan);
  }

  @Get('sitemap.xml')
  @Header('Cache-Control', none)
  @Header('Content-Type', 'application/xml; charset=utf-8')
  @Allow('anonymous')
  @ApiProduces('application/xml')
  async sitemap(@Req() request: Request): Promise<string> {
    return sitemap(await this.data.pages(), this.origin.of(request));
  }

  @Get('robots.txt')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Allow('anonymous')
  @ApiProduces('text/plain')
  robots(@Req() request: Request): string {
    return robots(this.origin.of(request));
  }
}
