import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { TokenScope } from '@samverkan/shared/contract';
import { scopesKey } from './for-tokens';

interface TokenRoute {
  method: string;
  /** With parameters as OpenAPI writes them: `/api/actions/{id}`. */
  path: string;
  scopes: TokenScope[];
}

/** The addresses that are open to tokens, as the routes themselves declare it. */
@Injectable()
export class TokenRoutes implements OnModuleInit {
  all: readonly TokenRoute[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    this.all = this.discovery
      .getControllers()
      .flatMap(({ instance, metatype }) => {
        const root = String(Reflect.getMetadata('path', metatype ?? Object));
        const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
        return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
          const handler = prototype[name] as object;
          const scopes = Reflect.getMetadata(scopesKey, handler) as TokenScope[] | undefined;
          if (!scopes) return [];
          const method = RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod];
          const path = `/${root}/${String(Reflect.getMetadata('path', handler))}`;
          return [
            {
              method,
              path: path
                .replace(/\/+$/, '')
                .replace(/:(\w+)/g, '{$1}')
                .replace(/\/+/g, '/'),
              scopes,
            },
          ];
        });
      })
      .sort((one, other) => one.path.localeCompare(other.path) || one.method.localeCompare(other.method));
  }
}
