import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Allow, CONFIGURATION, type Configuration } from '@samverkan/shared/api';
import type { Request, Response } from 'express';
import { createHmac } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { addresses } from './addresses';
import { MissingPage } from './missing.page';
import { PageFrame } from './page-frame';
import { languageOf } from './page-language';
import { PublicPagesService } from './public-pages.service';
import { PublicReportsService, type ReportFault, type ReportField, reportFields } from './public-reports.service';
import { ReportPage } from './report.page';
import { wordsIn } from './words';

const hour = 3600;
const most = 60;

/** The form by which anybody tells of what cannot be used on a county's public pages, without a script, a cookie or an account. */
@ApiExcludeController()
@Controller(['offentligt/lan/:county/tillganglighet/brist', 'en/offentligt/lan/:county/tillganglighet/brist'])
export class ReportDoorController {
  private readonly limiter = new RateLimiterMemory({ points: most, duration: hour });

  constructor(
    private readonly pages: PublicPagesService,
    private readonly reports: PublicReportsService,
    private readonly frame: PageFrame,
    @Inject(CONFIGURATION) private readonly settings: Configuration,
  ) {}

  @Get()
  @Allow('anonymous')
  form(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.draw(request, response, 200);
  }

  @Post()
  @Allow('anonymous')
  async tell(@Req() request: Request, @Res() response: Response): Promise<void> {
    const body = (request.body ?? {}) as Record<string, unknown>;
    const typed = Object.fromEntries(
      reportFields.map((field) => [field, typeof body[field] === 'string' ? body[field].replace(/\r\n?/g, '\n') : '']),
    ) as Record<ReportField, string>;
    const county = await this.pages.countyOf(String(request.params['county']));
    if (!county) return this.draw(request, response, 404);
    const faults = this.reports.faultsOf(typed);
    if (faults.length > 0) return this.draw(request, response, 400, typed, faults);
    if (!(await this.mayTell(request.ip ?? ''))) {
      response.setHeader('Retry-After', String(hour));
      return this.draw(request, response, 429, typed);
    }
    await this.reports.tell(county.code, languageOf(request), typed);
    return this.draw(request, response, 201, typed);
  }

  private async mayTell(network: string): Promise<boolean> {
    const key = createHmac('sha256', this.settings.keys.sessionSecret).update(network).digest('base64url');
    return this.limiter.consume(key).then(
      () => true,
      () => false,
    );
  }

  private async draw(
    request: Request,
    response: Response,
    status: number,
    typed?: Record<ReportField, string>,
    faults: readonly ReportFault[] = [],
  ): Promise<void> {
    const language = languageOf(request);
    const slug = String(request.params['county']);
    const county = await this.pages.countyOf(slug);
    const words = wordsIn(language);
    if (!county)
      return this.frame.send(response, {
        language,
        title: words('missing.title'),
        path: addresses(language).start,
        body: MissingPage({ language }),
        status: 404,
      });
    const path = addresses(language).report(slug);
    const body = ReportPage({ language, county: slug, kept: status === 201, tooMany: status === 429, typed, faults });
    this.frame.send(response, {
      language,
      title: [words('report.title'), county.shortName].join(', '),
      path,
      county: slug,
      body,
      status,
    });
  }
}
