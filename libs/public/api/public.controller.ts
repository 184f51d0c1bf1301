import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Allow, FileStore } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { addresses } from './addresses';
import { CountyPage } from './county.page';
import { MissingPage } from './missing.page';
import { PageFrame } from './page-frame';
import { PublicPagesService } from './public-pages.service';
import { PublicationPage } from './publication.page';
import { PublicationsPage } from './publications.page';
import { StartPage } from './start.page';
import { StrategyPage } from './strategy.page';
import { type PageLanguage, wordsIn } from './words';

const languageOf = ({ path }: Request): PageLanguage => (path.startsWith('/en/') ? 'en' : 'sv');

/** A part of the address, whatever stands there: what names nothing is a page that does not exist, never a complaint about a field. */
const partOf = ({ params }: Request, name: string): string => String(params[name] ?? '');

/** Pages for anybody, drawn here: they are read without a script, a cookie or an account. */
@ApiExcludeController()
@Controller(['offentligt', 'en/offentligt'])
export class PublicController {
  constructor(
    private readonly pages: PublicPagesService,
    private readonly frame: PageFrame,
    private readonly files: FileStore,
  ) {}

  @Get()
  @Allow('anonymous')
  async start(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = languageOf(request);
    const body = StartPage(await this.pages.start(language));
    const title = wordsIn(language)('start.title');
    this.frame.send(response, { language, title, path: addresses(language).start, body });
  }

  @Get('lan/:county')
  @Allow('anonymous')
  async county(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = languageOf(request);
    const slug = partOf(request, 'county');
    const found = await this.pages.county(language, slug);
    if (!found) return this.missing(request, response);
    const title = `${wordsIn(language)('county.title')}, ${found.county.shortName}`;
    this.frame.send(response, { language, title, path: addresses(language).county(slug), body: CountyPage(found) });
  }

  @Get('lan/:county/publikationer')
  @Allow('anonymous')
  async publications(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = languageOf(request);
    const slug = partOf(request, 'county');
    const asked = request.query['q'];
    const q = typeof asked === 'string' ? asked.trim().slice(0, 120) : '';
    const found = await this.pages.publicationsOf(language, slug, q);
    if (!found) return this.missing(request, response);
    const title = `${wordsIn(language)('publications.title')}, ${found.county.shortName}`;
    const path = addresses(language).publications(slug);
    this.frame.send(response, { language, title, path, body: PublicationsPage(found) });
  }

  @Get('publikationer/:id')
  @Allow('anonymous')
  async publication(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = languageOf(request);
    const id = partOf(request, 'id');
    const found = Id.safeParse(id).success ? await this.pages.publication(language, id) : undefined;
    if (!found) return this.missing(request, response);
    const title = wordsIn(language)('publication.title', { year: found.publication.year ?? '' }).trim();
    const path = addresses(language).publication(id);
    this.frame.send(response, { language, title, path, body: PublicationPage(found) });
  }

  /** A file that anybody may fetch, to be saved. */
  @Get('publikationer/filer/:id')
  @Allow('anonymous')
  async file(@Req() request: Request, @Res() response: Response): Promise<void> {
    const id = partOf(request, 'id');
    const name = Id.safeParse(id).success ? await this.pages.fileName(id) : undefined;
    if (name === undefined) return this.missing(request, response);
    response.setHeader('Cache-Control', 'no-store');
    await this.files.send(response, id, name);
  }

  @Get('strategier/:id')
  @Allow('anonymous')
  async strategy(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = languageOf(request);
    const id = partOf(request, 'id');
    const found = Id.safeParse(id).success ? await this.pages.strategy(language, id) : undefined;
    if (!found) return this.missing(request, response);
    const title = wordsIn(language)('strategy.title', { years: found.years });
    this.frame.send(response, { language, title, path: found.path, body: StrategyPage(found) });
  }

  /** Any other address under these: told as a page, in its language. */
  @Get('*rest')
  @Allow('anonymous')
  missing(@Req() request: Request, @Res() response: Response): void {
    const language = languageOf(request);
    const title = wordsIn(language)('missing.title');
    const path = addresses(language).start;
    this.frame.send(response, { language, title, path, body: MissingPage({ language }), status: 404 });
  }
}
