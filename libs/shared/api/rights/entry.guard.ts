import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { currentScope } from '../db/request-scope';
import { forbidden, notSignedIn } from '../http/problems';
import { type Entry, entryKey } from './allow';

/** The door of every route. The actor was put in the request's scope by identity's middleware. */
@Injectable()
export class EntryGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const entry = this.reflector.get<Entry | undefined>(entryKey, context.getHandler());
    if (entry === 'anonymous') return true;
    const actor = currentScope()?.actor;
    if (!actor || !entry) throw notSignedIn();
    if (entry !== 'signed-in' && !entry.includes(actor.role)) throw forbidden();
    return true;
  }
}
