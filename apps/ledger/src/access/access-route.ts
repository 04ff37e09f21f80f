import { applyDecorators, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtension, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type AnswerSchema, schemaOf } from '../http/answer-schema.ts';
import { Refusals } from '../http/problem.dto.ts';
import { Access, type AccessRule } from './access.ts';

export interface AccessRoute {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly rule: AccessRule;
  readonly description?: string;
  /** What the answer holds. */
  readonly answer?: AnswerSchema;
}

const answered = (answer: AnswerSchema | undefined) => ({
  description: 'The answer',
  schema: schemaOf(answer),
});

/** A route of accounts, sessions, roles and tokens that answers. */
export const AccessQuery = ({ path, id, summary, rule, description, answer }: AccessRoute): MethodDecorator =>
  applyDecorators(
    Get(path),
    Access(rule),
    ApiOperation({ summary, operationId: id, ...(description ? { description } : {}) }),
    ApiOkResponse(answered(answer)),
    Refusals(),
  );

/** A route of accounts, sessions, roles and tokens that changes something; nothing in the accounts of budgets. */
export const AccessCommandRoute = ({
  path,
  id,
  summary,
  rule,
  description,
  answer,
  created = false,
}: AccessRoute & { readonly created?: boolean }): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(created ? 201 : 200),
    Access(rule),
    ApiExtension('x-obligo-access', id),
    ApiOperation({ summary, operationId: id, ...(description ? { description } : {}) }),
    created ? ApiCreatedResponse(answered(answer)) : ApiOkResponse(answered(answer)),
    Refusals(),
  );
