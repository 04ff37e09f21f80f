import { applyDecorators, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Permission } from '#access';
import { Access } from '../access/access.ts';
import { type AnswerSchema, schemaOf } from '../http/answer-schema.ts';
import { Refusals } from '../http/problem.dto.ts';
import { YearOfEra } from './year-of-era.ts';

export interface QueryRoute {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  /** Who may ask; who may read reports when absent. */
  readonly may?: Permission | readonly Permission[];
  /** Asked about one organisation it answers about that one alone; so does every report. */
  readonly byOrganisation?: boolean;
  /** Asked about one project it answers about that one alone. */
  readonly byProject?: boolean;
  /** Asks with a body; nothing is recorded. */
  readonly withBody?: boolean;
  /** What the JSON answer holds. */
  readonly answer?: AnswerSchema;
  /** What the sample answers, shortened. */
  readonly example?: { readonly json: object; readonly csv?: string };
}

/** A route that answers: JSON, CSV or a table, always with position, projection version and query. */
export function QueryRoute({
  path,
  id,
  summary,
  description,
  may = 'read-reports',
  byOrganisation = true,
  byProject = false,
  withBody,
  answer,
  example,
}: QueryRoute): MethodDecorator {
  const headers = Object.fromEntries(
    ['Obligo-Position', 'Obligo-Booked-At', 'Obligo-Projection', 'Obligo-Query'].map((name) => [
      name,
      { description: 'Where the answer comes from', schema: { type: 'string' as const } },
    ]),
  );
  return applyDecorators(
    withBody ? Post(path) : Get(path),
    Access({ may, byOrganisation, byProject }),
    UseGuards(YearOfEra),
    HttpCode(200),
    ApiOperation({ summary, operationId: id, ...(description ? { description } : {}) }),
    ApiOkResponse({
      description: 'The answer',
      headers,
      content: {
        'application/json': {
          schema: schemaOf(answer),
          ...(example ? { example: example.json } : {}),
        },
        'text/csv': { schema: { type: 'string' }, ...(example?.csv ? { example: example.csv } : {}) },
        'text/plain': { schema: { type: 'string' } },
      },
    }),
    Refusals(),
  );
}
