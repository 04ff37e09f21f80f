import { applyDecorators, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Access } from '../access/access.ts';
import { type AnswerSchema, schemaOf } from '../http/answer-schema.ts';
import { Refusals } from '../http/problem.dto.ts';

/** A route that answers what governs postings now, straight from the log. */
export const StateRoute = ({
  path,
  id,
  summary,
  answer,
}: {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** What the answer holds. */
  readonly answer?: AnswerSchema;
}): MethodDecorator =>
  applyDecorators(
    Get(path),
    Access({ may: 'read-journal', byOrganisation: true }),
    ApiOperation({ summary, operationId: id }),
    ApiOkResponse({
      description: 'The answer',
      content: { 'application/json': { schema: schemaOf(answer) } },
    }),
    Refusals(),
  );
