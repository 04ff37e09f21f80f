import { applyDecorators, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtension, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Refusals } from '../http/problem.dto.ts';
import { Access, type AccessRule } from './access.ts';

export interface AccessRoute {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly rule: AccessRule;
  readonly description?: string;
}

const ANSWER = { description: 'The answer', schema: { type: 'object' as const, additionalProperties: true } };

/** A route of accounts, sessions, roles and tokens that answers. */
export const AccessQuery = ({ path, id, summary, rule, description }: AccessRoute): MethodDecorator =>
  applyDecorators(
    Get(path),
    Access(rule),
    ApiOperation({ summary, operationId: id, ...(description ? { description } : {}) }),
    ApiOkResponse(ANSWER),
    Refusals(),
  );

/** A route of accounts, sessions, roles and tokens that changes something; nothing in the accounts of budgets. */
export const AccessCommandRoute = ({
  path,
  id,
  summary,
  rule,
  description,
  created = false,
}: AccessRoute & { readonly created?: boolean }): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(created ? 201 : 200),
    Access(rule),
    ApiExtension('x-obligo-access', id),
    ApiOperation({ summary, operationId: id, ...(description ? { description } : {}) }),
    created ? ApiCreatedResponse(ANSWER) : ApiOkResponse(ANSWER),
    Refusals(),
  );
