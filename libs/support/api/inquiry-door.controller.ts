import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { County } from '@samverkan/geography/contract';
import { GeographyQuery } from '@samverkan/geography/api';
import {
  MissingPage,
  PageFrame,
  type PageLanguage,
  PublicPagesService,
  addresses,
  slugOf,
} from '@samverkan/public/api';
import { Allow } from '@samverkan/shared/api';
import type { Request, Response } from 'express';
import type { ComponentChildren } from 'preact';
import { InquiryDoorService } from './inquiry-door.service';
import { inquiryWords } from './inquiry-words';
import {
  InquiryConfirmation,
  type InquiryFault,
  InquiryForm,
  InquiryNote,
  type TypedInquiry,
  inquiryFields,
} from './inquiry.page';

const languageOf = ({ path }: Request): PageLanguage => (path.startsWith('/en/') ? 'en' : 'sv');

/** Support asked for without an account, a script or a cookie. */
@ApiExcludeController()
@Controller(['kompetensstod', 'en/kompetensstod'])
export class InquiryDoorController {
  constructor(
    private readonly doors: InquiryDoorService,
    private readonly pages: PublicPagesService,
    private readonly geography: GeographyQuery,
    private readonly frame: PageFrame,
  ) {}

  @Get(':county')
  @Allow('anonymous')
  async form(@Req() request: Request, @Res() response: Response): Promise<void> {
    const place = await this.placeOf(request);
    if (!place) return this.missing(request, response);
    if (!(await this.doors.isOpen(place.county.code))) return this.note(request, response, place, 'closed');
    this.draw(request, response, place);
  }

  @Post(':county')
  @Allow('anonymous')
  async ask(@Req() request: Request, @Res() response: Response): Promise<void> {
    const place = await this.placeOf(request);
    if (!place) return this.missing(request, response);
    if (!(await this.doors.isOpen(place.county.code))) return this.note(request, response, place, 'closed', 409);
    const body = (request.body ?? {}) as Record<string, unknown>;
    const typed = Object.fromEntries(
      inquiryFields.map((field) => [field, typeof body[field] === 'string' ? body[field].replace(/\r\n?/g, '\n') : '']),
    ) as TypedInquiry;
    const faults = this.doors.faultsOf(typed, place.county.municipalities);
    if (faults.length > 0) return this.draw(request, response, place, typed, faults);
    if (!(await this.doors.mayAsk(request.ip ?? '', typed.replyTo))) {
      response.setHeader('Retry-After', '3600');
      return this.note(request, response, place, 'many', 429);
    }
    await this.doors.ask(place.county, languageOf(request), typed);
    this.note(request, response, place, 'sent', 201);
  }

  /** By the link of the letter: what was written, and a button. */
  @Get(':county/bekrafta/:code')
  @Allow('anonymous')
  async confirmation(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = languageOf(request);
    const seen = await this.doors.seen(String(request.params['code']));
    const place = seen && (await this.countyWith(seen.countyCode));
    if (!seen || !place) return this.unusable(request, response);
    const { path } = request;
    this.send(request, response, InquiryConfirmation({ language, slug: place.slug, need: seen.need, path }), place);
  }

  @Post(':county/bekrafta/:code')
  @Allow('anonymous')
  async confirm(@Req() request: Request, @Res() response: Response): Promise<void> {
    const code = String(request.params['code']);
    const seen = await this.doors.seen(code);
    const place = seen && (await this.countyWith(seen.countyCode));
    if (!place || !(await this.doors.confirm(code))) return this.unusable(request, response);
    this.note(request, response, place, 'done');
  }

  private async placeOf({ params }: Request): Promise<Place | undefined> {
    const slug = String(params['county']);
    const county = await this.pages.countyOf(slug);
    return county && { county, slug };
  }

  private async countyWith(code: string): Promise<Place | undefined> {
    const county = (await this.geography.counties()).find((one) => one.code === code);
    return county && { county, slug: slugOf(county.shortName) };
  }

  private draw(
    request: Request,
    response: Response,
    { county, slug }: Place,
    typed: Partial<TypedInquiry> = {},
    faults: readonly InquiryFault[] = [],
  ): void {
    const language = languageOf(request);
    const body = InquiryForm({ language, slug, county, typed, faults });
    this.send(request, response, body, { county, slug }, faults.length > 0 ? 400 : 200);
  }

  private note(
    request: Request,
    response: Response,
    place: Place,
    what: 'sent' | 'done' | 'closed' | 'many',
    status = 200,
  ): void {
    const body = InquiryNote({ language: languageOf(request), slug: place.slug, what });
    this.send(request, response, body, place, status);
  }

  private unusable(request: Request, response: Response): void {
    const language = languageOf(request);
    const words = inquiryWords(language);
    const path = addresses(language).start;
    const body = InquiryNote({ language, what: 'missing' });
    this.frame.send(response, { language, title: words('title'), path, body, status: 404 });
  }

  private missing(request: Request, response: Response): void {
    const language = languageOf(request);
    const title = inquiryWords(language)('title');
    const path = addresses(language).start;
    this.frame.send(response, { language, title, path, body: MissingPage({ language }), status: 404 });
  }

  private send(
    request: Request,
    response: Response,
    body: ComponentChildren,
    { county, slug }: Place,
    status = 200,
  ): void {
    const language = languageOf(request);
    const title = [inquiryWords(language)('title'), county.shortName].join(', ');
    this.frame.send(response, {
      language,
      title,
      path: addresses(language).inquiry(slug),
      county: slug,
      body,
      status,
    });
  }
}

interface Place {
  county: County;
  slug: string;
}
