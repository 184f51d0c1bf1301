import { type OnModuleInit, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { entryKey } from './allow';

/** Refuses to start while any route lacks a declared policy: forgetting one must never open a door. */
@Injectable()
export class EveryRouteDeclares implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const undeclared = this.discovery.getControllers().flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => {
          const handler = prototype[method] as object;
          return Reflect.hasMetadata('path', handler) && !Reflect.hasMetadata(entryKey, handler);
        })
        .map((method) => `${name}.${method}`);
    });
    if (undeclared.length > 0) throw new Error(`Routes without a declared policy (@Allow): ${undeclared.join(', ')}`);
  }
}
