import { ApiProperty } from '@nestjs/swagger';

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
}
