import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '@samverkan/shared/api';
import type { Request } from 'express';

/** Where these pages are reached from outside, for what must name its own whole address: calendars, feeds, data. */
@Injectable()
export class PublicOrigin {
  constructor(@Inject(CONFIGURATION) private readonly settings: Configuration) {}

  /** As the installation says; else as the reader came. */
  of(request: Request): string {
    const { PUBLIC_URL: given } = this.settings;
    return given ? given.replace(/\/$/, '') : `${request.protocol}://${request.get('host') ?? 'localhost'}`;
  }
}
