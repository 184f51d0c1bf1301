import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from '@samverkan/shared/contract';
import * as z from 'zod';
import type { Request, Response } from 'express';

const { $schema: _dialect, ...problemSchema } = z.toJSONSchema(Problem) as Record<string, unknown>;

export function openApiDocument(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder().setTitle('Samverkan').setVersion('1').addCookieAuth('samverkan').build();
  const document = SwaggerModule.createDocument(app, description);
  // Every operation may refuse, and always in the same shape.
  for (const operation of Object.values(document.paths).flatMap((path) =>
    Object.values(path as Record<string, { responses?: object }>),
  )) {
    operation.responses = {
      ...operation.responses,
      default: {
        description: 'A refusal',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    };
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
  app.getHttpAdapter().get('/api/openapi.json', (_request: Request, response: Response) => {
    document ??= JSON.stringify(openApiDocument(app));
    response.type('application/json').send(document);
  });
}
