import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Request, Response } from 'express';

export function openApiDocument(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder().setTitle('Samverkan').setVersion('1').addCookieAuth('samverkan').build();
  return SwaggerModule.createDocument(app, description);
}

/** `GET /api/openapi.json`: what the API offers, made from the same schemas that check the input. */
export function describeApi(app: INestApplication): void {
  let document: string | undefined;
  app.getHttpAdapter().get('/api/openapi.json', (_request: Request, response: Response) => {
    document ??= JSON.stringify(openApiDocument(app));
    response.type('application/json').send(document);
  });
}
