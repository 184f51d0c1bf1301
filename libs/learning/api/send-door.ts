import { type PageFrame, languageOf } from '@samverkan/public/api';
import type { Request, Response } from 'express';
import type { ComponentChildren } from 'preact';
import { doorWords } from './door-words';

/** A page for whoever has its link, and for nobody else to find. */
export function sendDoor(
  frame: PageFrame,
  request: Request,
  response: Response,
  body: ComponentChildren,
  status = 200,
): void {
  const language = languageOf(request);
  const title = doorWords(language)('title');
  frame.send(response, { language, title, path: request.path, body, status, unlisted: true });
}
