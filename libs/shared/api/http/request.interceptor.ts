// One transaction for each request that changes something, with the actor's context, and exactly one effect for each Idempotency-Key.
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { type Observable, firstValueFrom, from } from 'rxjs';
import { Db } from '../db/db';
import { currentScope } from '../db/request-scope';
import { ownTransactionsKey } from './own-transactions';
import { badInput, conflict } from './problems';
import { shownOnceKey } from './shown-once';

@Injectable()
export class RequestInterceptor implements NestInterceptor {
  constructor(private readonly db: Db) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    // Reads take one trip on their own; somebody not signed in changes nothing that this transaction guards.
    if (request.method === 'GET' || request.method === 'HEAD' || !currentScope()?.actor) return next.handle();
    if (Reflect.hasMetadata(ownTransactionsKey, context.getHandler())) return next.handle();
    return from(
      this.inTransaction(
        request,
        http.getResponse<Response>(),
        () => firstValueFrom(next.handle(), { defaultValue: undefined }),
        Reflect.hasMetadata(shownOnceKey, context.getHandler()),
      ),
    );
  }

  private async inTransaction(
    request: Request,
    response: Response,
    handle: () => Promise<unknown>,
    shownOnce: boolean,
  ): Promise<unknown> {
    const key = request.get('idempotency-key');
    if (key === undefined || request.method !== 'POST') return this.db.transaction(handle);
    if (!/^[\w-]{8,80}$/.test(key)) throw badInput([{ path: 'Idempotency-Key', code: 'field.wrong-form' }]);
    const body: unknown = request.body ?? null;
    const fingerprint = createHash('sha256')
      // A file's address says how it is to be read.
      .update(`${body instanceof Uint8Array ? request.originalUrl : request.path}\n`)
      .update(body instanceof Uint8Array ? body : JSON.stringify(body))
      .digest('hex');
    return this.db.transaction(async () => {
      const earlier = await this.claim(key, fingerprint);
      if (earlier) {
        if (earlier.fingerprint !== fingerprint) throw conflict('idempotency.other-request');
        if (shownOnce) throw conflict('idempotency.shown-once');
        response.status(earlier.status).setHeader('Idempotency-Replayed', 'true');
        return earlier.body ?? undefined;
      }
      const body = await handle();
      await this.db.along(
        'update idempotency set status = $2, body = $3 where key = $1 and user_id = ctx_user() and organization_id = ctx_org()',
        [key, response.statusCode, body === undefined || shownOnce ? null : JSON.stringify(body)],
      );
      return body;
    });
  }

  /** The first request with a key writes it; a second waits for the first to end and is given its answer. */
  private async claim(
    key: string,
    fingerprint: string,
  ): Promise<{ fingerprint: string; status: number; body: unknown } | undefined> {
    const fresh = await this.db.query(
      'insert into idempotency (user_id, organization_id, key, fingerprint) values (ctx_user(), ctx_org(), $1, $2) on conflict do nothing returning key',
      [key, fingerprint],
    );
    if (fresh.length > 0) return undefined;
    return this.db.one(
      'select fingerprint, status, body from idempotency where key = $1 and user_id = ctx_user() and organization_id = ctx_org()',
      [key],
    );
  }
}
