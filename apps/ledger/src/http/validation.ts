import { type ArgumentMetadata, ValidationPipe, type ValidationPipeOptions } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import type { ValidationError } from 'class-validator';
import { surelyValid } from './compiled-rules.ts';
import { refuse } from './refusals.ts';
import { withoutNulls } from './without-nulls.ts';

interface FieldError {
  readonly field: string;
  readonly given?: string;
  readonly expected: string;
}

/** A body of a megabyte must not be answered with one. */
const MOST_LISTED = 100;

/** How the pipe of Nest checks: unknown fields are refused, and every fault is listed with its place, up to many. */
export const VALIDATION: ValidationPipeOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  stopAtFirstError: false,
  exceptionFactory: (errors) => {
    const fields = errors.flatMap((error) => fieldErrors(error, ''));
    const count = fields.length === 1 ? 'One field is' : `${fields.length} fields are`;
    const [first] = fields.map(({ field, expected }) => `${field} ${expected}`);
    const others = fields.length > MOST_LISTED ? ` The first ${MOST_LISTED} are listed.` : '';
    return refuse(
      'input-invalid',
      `${count} not as expected: ${first ?? 'the body is not an object'}.${others}`,
      { errors: fields.slice(0, MOST_LISTED) },
    );
  },
};

/** Checks bodies and queries at the edge. */
export const validation = (): ValidationPipe => new CompiledValidationPipe(VALIDATION);

/**
 * The pipe of Nest with a short way for what is surely as expected, which nearly every input is. Everything else goes the
 * long way, so that each refusal is that of the pipe. An optional field that is null is as one that is left out.
 */
class CompiledValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return withoutNulls(this.#surely(value, metadata) ?? (await super.transform(value, metadata)));
  }

  #surely(value: unknown, metadata: ArgumentMetadata): object | undefined {
    const { metatype } = metadata;
    if (!metatype || !isPlain(value) || !this.toValidate(metadata)) return undefined;
    this.closeArrayGaps(value);
    this.stripProtoKeys(value);
    const entity: unknown = plainToInstance(metatype, value);
    return isOf(metatype, entity) && surelyValid(entity) ? entity : undefined;
  }
}

const isOf = (metatype: unknown, entity: unknown): entity is object =>
  typeof entity === 'object' && entity !== null && entity.constructor === metatype;

/** As the parsers of bodies, queries and paths make them: of no class. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function fieldErrors(error: ValidationError, path: string): FieldError[] {
  const field = path === '' ? error.property : `${path}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field,
    ...(SECRET.test(error.property) ? {} : given(error.value)),
    expected:
      rule === 'whitelistValidation'
        ? 'is not a field of this request'
        : withoutName(message, error.property),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

/** What is never said again, not even to the one who said it. */
const SECRET = /password|secret|code$|token/i;

/** The value as given, short; objects say nothing here. */
function given(value: unknown): { given?: string } {
  if (value === null) return { given: 'null' };
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return plain ? { given: String(value).slice(0, 80) } : {};
}

const withoutName = (message: string, property: string): string =>
  message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
