import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateBy, ValidateNested, type ValidationOptions } from 'class-validator';

type Constructor = new () => object;

/** Where an object belongs the library takes a list of such objects too, and any list in the place of one of a list. */
const NoList = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    { name: 'noList', validator: { validate: (value: unknown) => !Array.isArray(value) } },
    { message: 'must be an object, not a list', ...options },
  );

/** A field that holds one object of its own fields. */
export const Nested = (type: () => Constructor): PropertyDecorator =>
  applyDecorators(NoList({}), ValidateNested(), Type(type));

/** A field that holds a list of such objects. */
export const NestedEach = (type: () => Constructor): PropertyDecorator =>
  applyDecorators(NoList({ each: true }), ValidateNested({ each: true }), Type(type));
