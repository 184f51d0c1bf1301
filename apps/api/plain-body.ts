import { Refusal } from '@samverkan/shared/api';
import type { NextFunction, Request, Response } from 'express';

const deepest = 20;

/** Only JSON, and none so deep that reading it would cost more than it is worth. Judged without recursion. */
export function plainBody(request: Request, _response: Response, next: NextFunction): void {
  const hasBody = Number(request.get('content-length') ?? 0) > 0 || request.get('transfer-encoding') !== undefined;
  if (hasBody && !request.is('json')) {
    next(new Refusal(415, 'input.wrong-type'));
    return;
  }
  let level: unknown[] = [request.body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) {
      next(new Refusal(400, 'input.too-deep'));
      return;
    }
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  next();
}
