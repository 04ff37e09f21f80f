import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ValidationPipe } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validate } from 'class-validator';
import fc from 'fast-check';
import { RefusalError } from '#kernel';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { surelyValid } from './compiled-rules.ts';
import { VALIDATION, validation } from './validation.ts';
import { withoutNulls } from './without-nulls.ts';

type Input = new () => object;

interface Documented {
  readonly type?: unknown;
  readonly isArray?: boolean;
  readonly example?: unknown;
  readonly enum?: readonly unknown[];
}

/** What some field of some request takes. */
const GOOD = [
  ...['2025-11-01', '1.00', '0', '12', 'P01', 'Q1', 'year', '2026-02', 'USD', 'text', 'true', 'admin'],
  ...['a'.repeat(64), 'maker', 'correct horse battery staple', '123456', '2569', '217'],
  ...[2569, 1, true, [], ['P01'], {}],
];
const ODD: readonly unknown[] = [
  ...[null, '', ' ', 'é', 'é', '-1', '1.005', '2025-02-30', 'Q5', 'x'.repeat(3000), '\u0000', 'ก'],
  ...[0, -1, 1.5, 1e21, false, [], [[]], [null], ['x', 1], {}, { line: {} }, [{}], { constructor: 1 }],
];

const classes = new Map<string, Input>();
let ledger: LedgerUnderTest;

// Every request of the ledger is tried many times.
jest.setTimeout(300_000);

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  const scanner = new MetadataScanner();
  for (const { controllers } of ledger.ledger.app.get(ModulesContainer).values()) {
    for (const { metatype } of controllers.values()) {
      const prototype = (metatype as Input).prototype as object;
      for (const method of scanner.getAllMethodNames(prototype)) {
        const types = Reflect.getMetadata('design:paramtypes', prototype, method) as unknown[] | undefined;
        for (const type of types ?? []) if (hasRules(type)) classes.set(type.name, type);
      }
    }
  }
});
afterAll(() => ledger.close());

const rulesOf = (type: Input) => getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
const hasRules = (type: unknown): type is Input =>
  typeof type === 'function' && rulesOf(type as Input).length > 0;
const fieldsOf = (type: Input): string[] => [
  ...new Set(rulesOf(type).map(({ propertyName }) => propertyName)),
];

function documented(type: Input, field: string): Documented {
  const prototype = type.prototype as object;
  return (Reflect.getMetadata('swagger/apiModelProperties', prototype, field) ?? {}) as Documented;
}

/** The class of a field that holds an object, or a list of objects. */
function partOf({ type }: Documented): Input | undefined {
  const lazy = typeof type === 'function' && !('prototype' in type);
  const part: unknown = lazy ? (type as () => unknown)() : type;
  const single: unknown = Array.isArray(part) ? part[0] : part;
  return hasRules(single) ? single : undefined;
}

/** A value that a field takes, as the library says; nothing where none of those known is taken. */
async function takenBy(type: Input, field: string): Promise<unknown> {
  const known = documented(type, field);
  const part = partOf(known);
  const nested = part === undefined ? [] : await goodValue(part).then((value) => [value, [value]]);
  for (const value of [known.example, ...(known.enum ?? []), ...nested, ...GOOD]) {
    if (value === undefined) continue;
    const entity = plainToInstance(type, { [field]: value });
    const faults = await validate(entity, { forbidUnknownValues: true });
    if (faults.every(({ property }) => property !== field)) return value;
  }
  return undefined;
}

async function goodValue(type: Input): Promise<Record<string, unknown>> {
  const taken = await Promise.all(
    fieldsOf(type).map(async (field) => [field, await takenBy(type, field)] as const),
  );
  return Object.fromEntries(taken.filter(([, value]) => value !== undefined));
}

/** Inputs near to one that is good: fields left out, odd, of another field, unknown, or reaching for prototypes. */
function near(good: Readonly<Record<string, unknown>>): fc.Arbitrary<string> {
  const fields = Object.entries(good).map(([name, value]) =>
    fc
      .oneof(
        { weight: 12, arbitrary: fc.constant(value) },
        { weight: 2, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom<unknown>(...ODD, ...GOOD) },
        { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
      )
      .map((chosen) => [name, chosen] as const),
  );
  const more = fc.option(fc.constantFrom('extra', 'constructor', 'prototype', '~', 'toString'), { freq: 12 });
  return fc
    .tuple(fc.tuple(...fields), more)
    .map(([chosen, name]) => Object.fromEntries([...chosen, ...(name === null ? [] : [[name, {}] as const])]))
    .map((value) => JSON.stringify(value).replace('"~":', '"__proto__":'));
}

const faulty = fc.constantFrom('null', '[]', '"text"', '7', '{}', '[{}]');

/** What a pipe makes of a text of JSON: the object and what is left of the input, or the refusal. */
async function madeBy(pipe: ValidationPipe, metatype: Input, json: string): Promise<unknown> {
  const value: unknown = JSON.parse(json);
  try {
    return [withoutNulls(await pipe.transform(value, { type: 'body', metatype })), value];
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return error.refusal;
  }
}

describe('the compiled rules of requests', () => {
  const compiled = validation();
  const library = new ValidationPipe(VALIDATION);

  it('are those of every request that the ledger takes', () => {
    expect(classes.size).toBeGreaterThan(60);
    for (const name of ['CommitDto', 'DisburseDto', 'AccountPath'])
      expect([...classes.keys()]).toContain(name);
  });

  it('let a good input through without asking the library', async () => {
    const asked: string[] = [];
    for (const [name, type] of classes) {
      const good = await goodValue(type);
      if ((await validate(plainToInstance(type, good), VALIDATION)).length > 0) continue;
      if (!surelyValid(plainToInstance(type, good))) asked.push(name);
    }
    expect(asked).toEqual([]);
  });

  it('make of every input what the library makes of it: the same object, or the same refusal', async () => {
    let taken = 0;
    for (const type of classes.values()) {
      const inputs = fc.oneof({ weight: 30, arbitrary: near(await goodValue(type)) }, faulty);
      await fc.assert(
        fc.asyncProperty(inputs, async (json) => {
          const expected = await madeBy(library, type, json);
          if (Array.isArray(expected)) taken += 1;
          expect(await madeBy(compiled, type, json)).toStrictEqual(expected);
        }),
        { numRuns: 50 },
      );
    }
    expect(taken).toBeGreaterThan(classes.size * 10);
  });
});
