import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsDefined, IsOptional } from 'class-validator';
import type { Foreign, ForeignPart } from '#budget';
import {
  Baht,
  ChoiceField,
  CodeField,
  CurrencyField,
  ForeignAmountField,
  RateField,
} from '../http/fields.ts';
import { Nested, NestedEach } from '../http/nested.ts';

/** Parts that the documents of the chain share in their bodies. */

type Constructor = new () => object;

/** A field that holds an object of its own fields. */
export function PartField(part: () => Constructor, description: string, required = false): PropertyDecorator {
  return (target, name) => {
    ApiProperty({ type: () => part(), required, description })(target, name);
    (required ? IsDefined({ message: `must be given: ${description}` }) : IsOptional())(target, name);
    Nested(part)(target, name);
  };
}

/** A field that holds a list of objects. */
export function ListField(
  part: () => Constructor,
  {
    description,
    example,
    most,
    required = true,
  }: { description: string; example: unknown; most: number; required?: boolean },
): PropertyDecorator {
  return (target, name) => {
    ApiProperty({ type: () => part(), isArray: true, required, description, example, maxItems: most })(
      target,
      name,
    );
    (required ? IsDefined({ message: `must be a list: ${description}` }) : IsOptional())(target, name);
    IsArray({ message: 'must be a list' })(target, name);
    ArrayMinSize(1, { message: 'must hold one at least' })(target, name);
    ArrayMaxSize(most, { message: `must hold at most ${most}` })(target, name);
    NestedEach(part)(target, name);
  };
}

export class ForeignDto {
  @CurrencyField({ description: 'Currency of the document' })
  currency!: string;

  @ForeignAmountField({ description: 'Amount in that currency' })
  foreignAmount!: string;

  @RateField({ description: 'Baht for one unit, as booked; the amount is the foreign amount at this rate' })
  rate!: string;

  static toForeign(dto: ForeignDto | undefined): Foreign | undefined {
    return dto && { currency: dto.currency, amount: dto.foreignAmount, rate: dto.rate };
  }
}

export class ForeignPartDto {
  @CurrencyField({ description: 'Currency that the commitment is booked in' })
  currency!: string;

  @ForeignAmountField({ description: 'Part in that currency; it consumes budget at the booked rate' })
  foreignAmount!: string;

  static toPart(dto: ForeignPartDto | undefined): ForeignPart | undefined {
    return dto && { currency: dto.currency, amount: dto.foreignAmount };
  }
}

export class WithheldDto {
  @ChoiceField({
    description: 'Why it is kept back',
    choices: ['retention', 'late-fine', 'withholding-tax', 'other'],
  })
  kind!: 'retention' | 'late-fine' | 'withholding-tax' | 'other';

  @Baht({ description: 'Cash kept back', example: '5000.00' })
  amount!: string;

  @CodeField({ description: 'Number under which a retention is paid out later', required: false })
  number?: string;
}
