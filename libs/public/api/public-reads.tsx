import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import { CONFIGURATION, type Configuration, tooMany } from '@samverkan/shared/api';
import type { NextFunction, Request, Response } from 'express';
import { createHmac } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addresses } from './addresses';
import { PageFrame } from './page-frame';
import { type PageLanguage, wordsIn } from './words';

const minute = 60;

/**
 * How much one network may read without an account: nobody is to overload what others need. Counted in memory, by a keyed hash that lives a minute; a
 * read writes nothing.
 */
@Injectable()
export class PublicReads implements NestMiddleware {
  private readonly limiter: RateLimiterMemory;
  private readonly secret: string;

  constructor(
    private readonly frame: PageFrame,
    @Inject(CONFIGURATION) settings: Configuration,
  ) {
    this.limiter = new RateLimiterMemory({ points: settings.PUBLIC_READS, duration: minute });
    this.secret = settings.keys.sessionSecret;
  }

  use(request: Request, response: Response, next: NextFunction): void {
    const network = createHmac('sha256', this.secret)
      .update(request.ip ?? '')
      .digest('base64url');
    this.limiter.consume(network).then(
      () => next(),
      (reason: unknown) => {
        if (!(reason instanceof RateLimiterRes)) return next(reason);
        this.refuse(request, response, next, Math.ceil(reason.msBeforeNext / 1000));
      },
    );
  }

  /** As a page where a page was asked for. */
  private refuse(request: Request, response: Response, next: NextFunction, seconds: number): void {
    const path = request.originalUrl.split('?')[0] ?? '';
    if (!/^\/(en\/)?(offentligt|kompetensstod)(\/|$)/.test(path)) return next(tooMany('public.too-many', seconds));
    const language: PageLanguage = path.startsWith('/en/') ? 'en' : 'sv';
    const words = wordsIn(language);
    response.setHeader('Retry-After', String(seconds));
    this.frame.send(response, {
      language,
      title: words('many.title'),
      path: addresses(language).start,
      status: 429,
      body: (
        <div class="in-w hero">
          <div>
            <h1>{words('many.heading')}</h1>
            <p class="ingress">{words('many.text')}</p>
          </div>
        </div>
      ),
    });
  }
}
