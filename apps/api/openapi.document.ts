import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem, tokenScopes } from '@samverkan/shared/contract';
import * as z from 'zod';
import type { Express, Request, Response } from 'express';

type Parts = Record<string, Record<string, unknown>>;

/** A named schema as OpenAPI has it: what the name stands for, and the other named schemas it leans on. */
function written(schema: z.ZodType, io: 'input' | 'output'): { name: string; named: Parts } {
  const { $ref, definitions } = z.toJSONSchema(schema, { io, target: 'openapi-3.0' }) as {
    $ref?: string;
    definitions?: Parts;
  };
  return { name: $ref?.split('/').at(-1) ?? '', named: definitions ?? {} };
}

const problemSchema = written(Problem, 'output').named['Problem'] ?? {};

/** A query's fields become parameters of their own; left to itself the generator would hide them behind the schema's name. */
function queryFields(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) {
  if (!(schema instanceof z.ZodObject) || !schema.meta()?.id?.endsWith('Query')) return undefined;
  const { name, named } = written(schema, schemaType);
  const { [name]: fields, ...components } = named;
  return fields ? { schema: fields, components } : undefined;
}

const tokenWords = `A token of an organisation, with scopes (${tokenScopes.join(', ')}). Operations that take one say which in x-token-scopes; every other is closed to tokens. See docs/api.md.`;

interface Described {
  responses?: object;
  security?: object[];
  'x-token-scopes'?: readonly string[];
}

export function openApiDocument(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Samverkan')
    .setVersion('1')
    .addCookieAuth('samverkan')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: tokenWords }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, description, {
    standardSchemaConverter: queryFields as never,
  });
  // Every operation may refuse, and always in the same shape.
  for (const operation of Object.values(document.paths).flatMap((path) =>
    Object.values(path as Record<string, Described>),
  )) {
    operation.responses = {
      ...operation.responses,
      default: {
        description: 'A refusal',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    };
    // Opened to tokens: by the portal's session, or by a token with one of `x-token-scopes`.
    if (operation['x-token-scopes']) operation.security = [{ cookie: [] }, { token: [] }];
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema },
  };
  return document;
}

/** `GET /api/openapi.json`: what the API offers, made from the same schemas that check the input. */
export function describeApi(app: INestApplication): void {
  let document: string | undefined;
  const server = app.getHttpAdapter().getInstance() as Express;
  // Apart from the routes of the areas, which come when everything that goes before them has been said.
  server.get('/api/openapi.json', (_request: Request, response: Response) => {
    document ??= JSON.stringify(openApiDocument(app));
    response.type('application/json').send(document);
  });
}
