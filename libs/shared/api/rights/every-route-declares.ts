import { type OnModuleInit, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { tokenScopes } from '@samverkan/shared/contract';
import { entryKey } from './allow';
import { scopesKey } from './for-tokens';

const known: ReadonlySet<string> = new Set(tokenScopes);

/** Refuses to start while any route lacks a declared policy, or is opened to tokens of a scope there is none of: forgetting one must never open a door. */
@Injectable()
export class EveryRouteDeclares implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const routes = this.discovery.getControllers().flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((method) => ({ name: `${name}.${method}`, handler: prototype[method] as object }))
        .filter(({ handler }) => Reflect.hasMetadata('path', handler));
    });
    const names = (wrong: (handler: object) => boolean) =>
      routes.filter(({ handler }) => wrong(handler)).map((route) => route.name);
    const undeclared = names((handler) => !Reflect.hasMetadata(entryKey, handler));
    if (undeclared.length > 0) throw new Error(`Routes without a declared policy (@Allow): ${undeclared.join(', ')}`);
    const unknown = names((handler) => {
      const scopes = Reflect.getMetadata(scopesKey, handler) as readonly string[] | undefined;
      return scopes !== undefined && (scopes.length === 0 || scopes.some((scope) => !known.has(scope)));
    });
    if (unknown.length > 0)
      throw new Error(`Routes opened to tokens of a scope there is none of (@ForTokens): ${unknown.join(', ')}`);
  }
}
