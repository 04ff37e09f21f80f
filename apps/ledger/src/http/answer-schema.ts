import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

/** What an answer holds; absent where the route has not said it yet. */
export type AnswerSchema = z.ZodType;

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type SchemaObject = Exclude<Schemas[string], { readonly $ref: string }>;

/**
 * The schema of an answer for the OpenAPI document, from which the client of the web app is generated. The same zod
 * schema is held against real answers by the suites.
 */
export function schemaOf(answer: AnswerSchema | undefined): SchemaObject {
  if (!answer) return { type: 'object', additionalProperties: true };
  const { $schema: _dialect, ...schema } = z.toJSONSchema(answer, {
    io: 'output',
    override: ({ jsonSchema }) => {
      // The unit of a number is a word of ours, which the language of schemas does not have.
      if (typeof jsonSchema['unit'] !== 'string') return;
      jsonSchema['x-unit'] = jsonSchema['unit'];
      delete jsonSchema['unit'];
    },
  });
  return schema as SchemaObject;
}

/** What the OpenAPI document says of an answer. */
export const answered = (
  answer: AnswerSchema | undefined,
): { readonly description: string; readonly schema: SchemaObject } => ({
  description: 'The answer',
  schema: schemaOf(answer),
});
