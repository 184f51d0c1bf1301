import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PageFrame, languageOf } from '@samverkan/public/api';
import { Allow } from '@samverkan/shared/api';
import type { Request, Response } from 'express';
import type { ComponentChildren } from 'preact';
import { CertificatePage, FormPage, type GuestField, NotePage, OwnPage } from './door.page';
import { DoorService, guestFields } from './door.service';
import type { ToldRegistration } from './registration-letters';
import { sendDoor } from './send-door';

const partOf = ({ params }: Request, name: string): string => String(params[name] ?? '');

/** Registration without an account, by a letter's link or one that was shared: pages that need neither a script nor a cookie. A letter that is only opened registers nobody. */
@ApiExcludeController()
@Controller(['anmalan', 'en/anmalan'])
export class DoorController {
  constructor(
    private readonly doors: DoorService,
    private readonly frame: PageFrame,
  ) {}

  /** One's own registration, by the link of one's letter. */
  @Get('min/:code')
  @Allow('anonymous')
  async own(@Req() request: Request, @Res() response: Response): Promise<void> {
    const one = await this.doors.own(partOf(request, 'code'));
    if (!one) return this.missing(request, response);
    this.ownPage(request, response, one);
  }

  @Get('min/:code/intyg')
  @Allow('anonymous')
  async certificate(@Req() request: Request, @Res() response: Response): Promise<void> {
    const one = await this.doors.own(partOf(request, 'code'));
    if (!one?.attended) return this.missing(request, response);
    this.send(request, response, CertificatePage({ language: languageOf(request), one }));
  }

  @Post('min/:code/avboka')
  @Allow('anonymous')
  async end(@Req() request: Request, @Res() response: Response): Promise<void> {
    const one = await this.doors.own(partOf(request, 'code'));
    if (!one || one.past) return this.missing(request, response);
    if (await this.tooMany(request, response)) return;
    if (one.attended) return this.ownPage(request, response, one, 409);
    await this.doors.end(one);
    this.note(request, response, 'ended');
  }

  /** The form behind a link. */
  @Get(':token')
  @Allow('anonymous')
  async form(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.draw(request, response, {}, []);
  }

  @Post(':token')
  @Allow('anonymous')
  async register(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (await this.tooMany(request, response)) return;
    const body = (request.body ?? {}) as Record<string, unknown>;
    const typed = Object.fromEntries(
      guestFields.map((field) => [field, typeof body[field] === 'string' ? body[field] : '']),
    ) as Record<GuestField, string>;
    const wrong = await this.doors.register(partOf(request, 'token'), typed);
    if (!wrong || wrong.length > 0) return this.draw(request, response, typed, wrong ?? []);
    this.note(request, response, 'done');
  }

  /** Any other address under these. */
  @Get('*rest')
  @Allow('anonymous')
  missing(@Req() request: Request, @Res() response: Response): void {
    this.note(request, response, 'missing', 404);
  }

  private async tooMany(request: Request, response: Response): Promise<boolean> {
    if (await this.doors.counts(request.ip ?? '')) return false;
    this.note(request, response, 'many', 429);
    return true;
  }

  private ownPage(request: Request, response: Response, one: ToldRegistration, status = 200): void {
    const path = request.path.replace(/(\/avboka)?\/?$/, '');
    this.send(request, response, OwnPage({ language: languageOf(request), one, path }), status);
  }

  private async draw(
    request: Request,
    response: Response,
    typed: Partial<Record<GuestField, string>>,
    wrong: readonly GuestField[],
  ): Promise<void> {
    const language = languageOf(request);
    const door = await this.doors.door(partOf(request, 'token'));
    if (!door) return this.missing(request, response);
    if (!door.opens) return this.note(request, response, 'closed', 410);
    const choices = await this.doors.choices(door, language);
    this.send(request, response, FormPage({ language, door, ...choices, typed, wrong }), wrong.length > 0 ? 400 : 200);
  }

  private note(
    request: Request,
    response: Response,
    what: 'done' | 'ended' | 'closed' | 'many' | 'missing',
    status = 200,
  ): void {
    const language = languageOf(request);
    const heading = what === 'closed' ? 'closed' : (`${what}.title` as const);
    this.send(request, response, NotePage({ language, heading, text: `${what}.text` }), status);
  }

  private send(request: Request, response: Response, body: ComponentChildren, status = 200): void {
    sendDoor(this.frame, request, response, body, status);
  }
}
