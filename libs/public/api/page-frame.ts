import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '@samverkan/shared/api';
import type { Response } from 'express';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { leaveScript } from './leave';
import { Page, exitName, exitTo } from './page';
import { PublicOrigin } from './public-origin';
import type { PageLanguage } from './words';

/** A page that is ready to be sent. */
export interface Answer {
  language: PageLanguage;
  title: string;
  /** Its own address. */
  path: string;
  /** Which part of a long list it is, as its address ends: `?sida=2`. */
  part?: string | undefined;
  /** The county it belongs to, as in an address. */
  county?: string | undefined;
  body: ComponentChildren;
  status?: number;
  /** For one person, or for whoever was sent its link: search engines are told to leave it out. */
  unlisted?: boolean;
}

/**
 * Sends a drawn page. Style and script stand in the page itself and are named by their digest in the content security policy: nothing more
 * need be fetched before it can be read, and the browser keeps no copy of what somebody may not want others to find.
 */
@Injectable()
export class PageFrame {
  private readonly style: string;
  private readonly script = leaveScript(exitTo, exitName);
  private readonly policy: string;

  constructor(
    @Inject(CONFIGURATION) settings: Configuration,
    private readonly origin: PublicOrigin,
  ) {
    this.style = settings.PORTAL_DIR ? publicStyle(settings.PORTAL_DIR) : '';
    this.policy = [
      `default-src 'none'`,
      `style-src ${digestOf(this.style)}`,
      `script-src ${digestOf(this.script)}`,
      `img-src 'self'`,
      `font-src 'self'`,
      `base-uri 'none'`,
      `form-action 'self'`,
      `frame-ancestors 'none'`,
    ].join('; ');
  }

  send(response: Response, { language, title, path, part, county, body, status = 200, unlisted }: Answer): void {
    const { style, script } = this;
    const origin = this.origin.of(response.req);
    const found = status === 200 && !unlisted;
    const page = render(Page({ language, title, path, part, found, origin, county, style, script, children: body }));
    // Said outside the page too, for whoever reads no more than that.
    if (unlisted) response.setHeader('X-Robots-Tag', 'noindex');
    response
      .status(status)
      // Whoever examines a page asks for this one file from within it: a page that lets nothing be fetched seems to have none.
      .setHeader('Content-Security-Policy', `${this.policy}; connect-src ${origin}/robots.txt`)
      .setHeader('Cache-Control', 'no-store')
      // With none at all a browser says that its form comes from nowhere, and is refused. Nothing of an address leaves this site.
      .setHeader('Referrer-Policy', 'same-origin')
      .setHeader('Content-Language', language)
      .type('html')
      .send(`<!DOCTYPE html>${page}`);
  }
}

const digestOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The stylesheet that the portal's build makes of the same tokens as its own. */
function publicStyle(folder: string): string {
  const file = readdirSync(folder).find((name) => /^public(-[A-Za-z0-9_-]+)?\.css$/.test(name));
  return file
    ? readFileSync(join(folder, file), 'utf8')
        .replace(/\/\*#.*\*\/\s*$/, '')
        .trim()
    : '';
}
