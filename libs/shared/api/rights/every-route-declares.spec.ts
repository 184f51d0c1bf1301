import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { Allow } from './allow';
import { scopesKey } from './for-tokens';
import { EveryRouteDeclares } from './every-route-declares';

class Planted {
  open(): string {
    return '';
  }
}
Controller('planted')(Planted);
Get()(Planted.prototype, 'open', Object.getOwnPropertyDescriptor(Planted.prototype, 'open') as PropertyDescriptor);

class Planting {}
Module({ imports: [DiscoveryModule], controllers: [Planted], providers: [EveryRouteDeclares] })(Planting);

const start = async () => {
  const app = await NestFactory.create(Planting, { logger: false, abortOnError: false });
  await app.init();
  await app.close();
};

describe('a route without a declared policy', () => {
  it('keeps the API from starting, and is named', async () => {
    await expect(start()).rejects.toThrow('Planted.open');
  });

  it('lets it start once the policy is declared', async () => {
    Allow('signed-in')(
      Planted.prototype,
      'open',
      Object.getOwnPropertyDescriptor(Planted.prototype, 'open') as PropertyDescriptor,
    );
    await expect(start()).resolves.toBeUndefined();
  });

  it('keeps it from starting when it is opened to tokens of a scope there is none of', async () => {
    Reflect.defineMetadata(scopesKey, ['everything.write'], Planted.prototype.open);
    await expect(start()).rejects.toThrow('Planted.open');
    Reflect.defineMetadata(scopesKey, [], Planted.prototype.open);
    await expect(start()).rejects.toThrow('Planted.open');
    Reflect.defineMetadata(scopesKey, ['actions.read'], Planted.prototype.open);
    await expect(start()).resolves.toBeUndefined();
  });
});
