import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { VERSION } from '../version.ts';

/** The OpenAPI 3.1 document of the running application; docs/openapi.json is a copy of it. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Obligo')
    .setDescription(
      'An event-sourced ledger for budget disbursement and commitments. Commands record events; queries answer for any quarter, as known at any moment. Amounts are decimal strings in baht. Refusals are problem answers (RFC 9457) with a stable code.',
    )
    .setVersion(VERSION)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      description: 'A token of a person (POST session, as: token), of a service, or of the identity provider',
    })
    .addSecurityRequirements('bearer')
    .build();
  return asProblems(SwaggerModule.createDocument(app, config));
}

/** A page to try the API, and the document beside it. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => openApiOf(app), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: 'Obligo API',
    // All operations at once keep a browser busy for many seconds.
    swaggerOptions: { docExpansion: 'none' },
  });
}

interface Operation {
  readonly responses?: Readonly<Record<string, { content?: Record<string, unknown> }>>;
}

/** Refusals have a content type of their own. */
function asProblems(document: OpenAPIObject): OpenAPIObject {
  const operations = Object.values(document.paths).flatMap((path) =>
    Object.values(path as Record<string, Operation>),
  );
  for (const { responses } of operations) {
    for (const status of ['4XX', '5XX']) {
      const refused = responses?.[status];
      const json = refused?.content?.['application/json'];
      if (refused && json) refused.content = { 'application/problem+json': json };
    }
  }
  return document;
}
