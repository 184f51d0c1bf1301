import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { TokenScope } from '@samverkan/shared/contract';

export const scopesKey = 'samverkan:token-scopes';

/** Opens a route to an organisation's own system, by a token that has any of the scopes. A route without it is closed to every token. */
export const ForTokens = (...scopes: [TokenScope, ...TokenScope[]]): MethodDecorator =>
  applyDecorators(SetMetadata(scopesKey, scopes), ApiExtension('x-token-scopes', scopes));
