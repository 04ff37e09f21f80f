import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';
import { LineDto, LineField } from '../budget/account.dto.ts';
import { ListField } from '../budget/chain-fields.ts';
import { AsGiven, Baht, CivilDateField, FiscalYearField, NameField } from '../http/fields.ts';

export class ProposedCutDto {
  @NameField({ description: 'Project that would lose budget', example: 'P01' })
  project!: string;

  @LineField()
  line!: LineDto;

  @Baht({ description: 'Budget that would be taken', example: '2767500.00' })
  amount!: string;

  @CivilDateField({ description: 'Day on which it would have been booked', example: '2026-01-15' })
  on!: string;
}

export class ReRunDto {
  @FiscalYearField({ description: 'Fiscal year whose history is run again' })
  fiscalYear!: number;

  @NameField({ description: 'One project; all of the year when absent', required: false })
  project?: string;

  @ApiProperty({
    type: Object,
    additionalProperties: true,
    required: false,
    description: 'Settings that differ from the policy in force',
    example: {
      availability: [{ name: 'pool', key: 'project', stages: ['commit', 'disburse'], severity: 'stop' }],
    },
  })
  @IsOptional()
  @AsGiven
  @IsObject({ message: 'must be the settings of a policy' })
  policy?: Record<string, unknown>;

  @ListField(() => ProposedCutDto, {
    description: 'Cuts that are tried',
    example: [
      {
        project: 'P01',
        line: { fundSource: 'annual-appropriation', category: 'operating' },
        amount: '2767500.00',
        on: '2026-01-15',
      },
    ],
    most: 100,
    required: false,
  })
  cuts?: ProposedCutDto[];
}
