import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { currentScope } from '../db/request-scope';
import { forbidden, notSignedIn } from '../http/problems';
import type { TokenScope } from '@samverkan/shared/contract';
import { type Entry, entryKey } from './allow';
import { scopesKey } from './for-tokens';

/** The door of every route. The actor was put in the request's scope by identity's middleware. */
@Injectable()
export class EntryGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const entry = this.reflector.get<Entry | undefined>(entryKey, context.getHandler());
    const actor = currentScope()?.actor;
    if (actor?.scopes) this.admit(actor.scopes, context);
    if (entry === 'anonymous') return true;
    if (!actor || !entry) throw notSignedIn();
    if (entry !== 'signed-in' && !entry.includes(actor.role)) throw forbidden();
    return true;
  }

  /** A system meets the routes that were opened to it, and is told which key fits: its owner has to know. */
  private admit(has: readonly TokenScope[], context: ExecutionContext): void {
    const opens = this.reflector.get<readonly TokenScope[] | undefined>(scopesKey, context.getHandler());
    if (!opens) throw forbidden('token.route-closed');
    if (!opens.some((scope) => has.includes(scope))) throw forbidden('token.scope-lacking');
  }
}
