import { applyDecorators, Delete, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Access } from '../access/access.ts';
import { answered, type AnswerSchema } from '../http/answer-schema.ts';
import { Refusals } from '../http/problem.dto.ts';

interface DeskChange {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly answer: AnswerSchema;
}

const change = (method: typeof Put, { path, id, summary, answer }: DeskChange): MethodDecorator =>
  applyDecorators(
    method(path),
    Access({ signedIn: true }),
    ApiOperation({ summary, operationId: id }),
    ApiOkResponse(answered(answer)),
    Refusals(),
  );

/** A route that keeps something of the one who asks; nothing of it reaches the log. */
export const DeskPut = (route: DeskChange): MethodDecorator => change(Put, route);

/** A route that removes something of the one who asks. */
export const DeskDelete = (route: DeskChange): MethodDecorator => change(Delete, route);
