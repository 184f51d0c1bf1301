import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Allow, FileStore } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { addresses, pageNamed } from './addresses';
import { DataPage } from './data.page';
import { DrawnPages } from './drawn-pages';
import { MissingPage } from './missing.page';
import { OpenDataService } from './open-data.service';
import { type Answer, PageFrame } from './page-frame';
import { publicCalendar } from './public-calendar.view';
import { PublicOrigin } from './public-origin';
import { PublicPagesService } from './public-pages.service';
import { PublicationPage } from './publication.page';
import { StartPage } from './start.page';
import { StrategyPage } from './strategy.page';
import { wordsIn } from './words';
import { languageOf } from './page-language';

/** A part of the address, whatever stands there: what names nothing is a page that does not exist, never a complaint about a field. */
const partOf = ({ params }: Request, name: string): string => String(params[name] ?? '');

/** Which page of a long list; undefined for what is no page. */
const pageOf = ({ query }: Request): number | undefined => {
  const asked = query['sida'];
  if (asked === undefined) return 1;
  return typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : undefined;
};

/** Pages for anybody, drawn here: they are read without a script, a cookie or an account. */
@ApiExcludeController()
@Controller(['offentligt', 'en/offentligt'])
export class PublicController {
  constructor(
    private readonly pages: PublicPagesService,
    private readonly drawn: DrawnPages,
    private readonly frame: PageFrame,
    private readonly origin: PublicOrigin,
    private readonly files: FileStore,
    private readonly data: OpenDataService,
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
    this.answer(request, response, await this.drawn.county(languageOf(request), partOf(request, 'county')));
  }

  @Get('lan/:county/publikationer')
  @Allow('anonymous')
  async publications(@Req() request: Request, @Res() response: Response): Promise<void> {
    const asked = request.query['q'];
    const q = typeof asked === 'string' ? asked.trim().slice(0, 120) : '';
    const page = pageOf(request);
    const slug = partOf(request, 'county');
    const found = page === undefined ? undefined : await this.drawn.publications(languageOf(request), slug, q, page);
    this.answer(request, response, found);
  }

  @Get('oppna-data')
  @Allow('anonymous')
  async openData(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = languageOf(request);
    const body = DataPage({ language, index: await this.data.index(this.origin.of(request)) });
    const title = wordsIn(language)('data.heading');
    this.frame.send(response, { language, title, path: addresses(language).data, body });
  }

  @Get('kalender')
  @Allow('anonymous')
  async calendar(@Req() request: Request, @Res() response: Response): Promise<void> {
    this.answer(request, response, await this.drawn.calendar(languageOf(request)));
  }

  @Get('lan/:county/kalender')
  @Allow('anonymous')
  async calendarOf(@Req() request: Request, @Res() response: Response): Promise<void> {
    this.answer(request, response, await this.drawn.calendar(languageOf(request), partOf(request, 'county')));
  }

  @Get(['kalender.ics', 'lan/:county/kalender.ics'])
  @Allow('anonymous')
  async calendarFile(@Req() request: Request, @Res() response: Response): Promise<void> {
    const found = await this.pages.calendar(languageOf(request), partOf(request, 'county') || undefined);
    if (!found) return this.missing(request, response);
    response
      .setHeader('Cache-Control', 'no-store')
      .setHeader('Content-Disposition', 'attachment; filename="samverkan.ics"')
      .type('text/calendar; charset=utf-8')
      .send(publicCalendar(found, this.origin.of(request)));
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

  /** A page of text, of the whole country. */
  @Get(':page')
  @Allow('anonymous')
  async text(@Req() request: Request, @Res() response: Response): Promise<void> {
    const piece = pageNamed(partOf(request, 'page'));
    this.answer(request, response, piece && (await this.drawn.text(languageOf(request), piece)));
  }

  /** A page of text, of a county. */
  @Get('lan/:county/:page')
  @Allow('anonymous')
  async textOf(@Req() request: Request, @Res() response: Response): Promise<void> {
    const piece = pageNamed(partOf(request, 'page'));
    const slug = partOf(request, 'county');
    this.answer(request, response, piece && (await this.drawn.text(languageOf(request), piece, slug)));
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
  private answer(request: Request, response: Response, page: Answer | undefined): void {
    if (page) this.frame.send(response, page);
    else this.missing(request, response);
  }
}
