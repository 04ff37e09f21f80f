import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiResponse } from '@nestjs/swagger';

/** A problem answer of RFC 9457. The facts of the refusal (line, shortBy, errors …) stand beside these members. */
export class ProblemDto {
  @ApiProperty({ example: 'urn:obligo:refusal:budget-exceeded' })
  type!: string;

  @ApiProperty({ example: 'A rule of the ledger forbids it' })
  title!: string;

  @ApiProperty({ example: 422 })
  status!: number;

  @ApiProperty({
    example: 'P01 in 2569, annual-appropriation/unclassified: 100.00 asked, 99.99 available, 0.01 missing.',
  })
  detail!: string;

  @ApiProperty({ description: 'Stable; docs/refusals.md lists them all', example: 'budget-exceeded' })
  code!: string;

  @ApiProperty({
    required: false,
    description: 'The address that was asked',
    example: '/api/v1/journal?limit=0',
  })
  instance?: string;

  @ApiProperty({
    required: false,
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Every fault with its place, such as the field, what was given and what was expected',
    example: [{ field: 'limit', given: '0', expected: 'must be 1 to 10000' }],
  })
  errors?: object[];
}

/** Documents that a route may refuse: the input or a rule (4XX), or because it cannot answer now (5XX). */
export const Refusals = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({
      status: '4XX',
      type: ProblemDto,
      description: 'Refused; docs/refusals.md lists the codes',
    }),
    ApiResponse({
      status: '5XX',
      type: ProblemDto,
      description: 'Cannot be answered now; nothing was recorded',
    }),
  );
