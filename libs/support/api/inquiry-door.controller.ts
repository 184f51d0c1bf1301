import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { County } from '@samverkan/geography/contract';
import { GeographyQuery } from '@samverkan/geography/api';
import { MissingPage, PageFrame, PublicPagesService, addresses, languageOf, slugOf } from '@samverkan/public/api';
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
    const body = (request.body ?? {}) as Record<string, unknown>;
    const typed = Object.fromEntries(
      inquiryFields.map((field) => [field, typeof body[field] === 'string' ? body[field].replace(/\r\n?/g, '\n') : '']),
    ) as TypedInquiry;
    const faults = this.doors.faultsOf(typed, place.county.municipalities);
    if (faults.length > 0) return this.draw(request, response, place, { typed, faults, status: 400 });
    if (!(await this.doors.isOpen(place.county.code)))
      return this.draw(request, response, place, { typed, told: 'closed', status: 409 });
    if (!(await this.doors.mayAsk(place.county.code, request.ip ?? '', typed.replyTo))) {
      response.setHeader('Retry-After', '3600');
      return this.draw(request, response, place, { typed, told: 'many', status: 429 });
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
    if (!seen || !place) return await this.unusable(request, response);
    const { path } = request;
    this.send(request, response, InquiryConfirmation({ language, slug: place.slug, need: seen, path }), place);
  }

  @Post(':county/bekrafta/:code')
  @Allow('anonymous')
  async confirm(@Req() request: Request, @Res() response: Response): Promise<void> {
    const code = String(request.params['code']);
    const seen = await this.doors.seen(code);
    const place = seen && (await this.countyWith(seen.countyCode));
    if (!place || !(await this.doors.confirm(code))) return await this.unusable(request, response);
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
    { typed = {}, faults = [], told, status = 200 }: Drawn = {},
  ): void {
    const body = InquiryForm({ language: languageOf(request), slug, county, typed, faults, told });
    this.send(request, response, body, { county, slug }, status);
  }

  private note(
    request: Request,
    response: Response,
    place: Place,
    what: 'sent' | 'done' | 'closed' | 'unusable',
    status = 200,
  ): void {
    const body = InquiryNote({ language: languageOf(request), slug: place.slug, what });
    this.send(request, response, body, place, status);
  }

  private async unusable(request: Request, response: Response): Promise<void> {
    const place = await this.placeOf(request);
    if (!place) return this.missing(request, response);
    this.note(request, response, place, 'unusable', 404);
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
      unlisted: request.path.includes('/bekrafta/'),
    });
  }
}

/** How the form is drawn again, with what was typed. */
interface Drawn {
  typed?: Partial<TypedInquiry>;
  faults?: readonly InquiryFault[];
  told?: 'closed' | 'many';
  status?: number;
}

interface Place {
  county: County;
  slug: string;
}
