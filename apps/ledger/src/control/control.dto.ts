import { ApiProperty } from '@nestjs/swagger';
import { IsDefined, IsOptional, IsString } from 'class-validator';
import type { CivilDate } from '#kernel';
import {
  AsGiven,
  Baht,
  ChoiceField,
  CivilDateField,
  CodeField,
  FiscalYearField,
  NameField,
  PeriodField,
  PersonField,
  TextField,
} from '../http/fields.ts';
import { EFFECTIVE_TO, FlagField, KNOWN_AT } from '../reports/report.dto.ts';
import { PostingDto, ReasonedPostingDto } from '../posting/posting.dto.ts';

/** Bodies and questions of what governs postings. */

export class OrganisationQueryDto {
  @ApiProperty({ required: false, description: 'Needed when the ledger has several' })
  @IsOptional()
  @IsString()
  organisation?: string;
}

export class KnownStateQueryDto extends OrganisationQueryDto {
  @TextField({ description: KNOWN_AT, required: false, maxLength: 64, example: '2025-12-30' })
  knownAt?: string;

  @CivilDateField({ description: EFFECTIVE_TO, required: false })
  effectiveTo?: CivilDate;
}

export class SetPolicyDto extends PostingDto {
  @ApiProperty({
    type: Object,
    additionalProperties: true,
    description: 'The settings; what is not said has its default (docs/budget-control.md lists them all)',
    example: { pastQuarters: 'locked' },
  })
  @AsGiven
  @IsDefined({ message: 'must be given: the settings of the policy' })
  policy!: Record<string, unknown>;
}

export class DutyDto extends PostingDto {
  @CodeField({ description: 'Duty: one of the ledger, or a tier that the policy names', example: 'checker' })
  duty!: string;

  @PersonField({ description: 'Who has it', example: 'malee' })
  holder!: string;
}

export class GrantDutyDto extends DutyDto {
  @CivilDateField({ description: 'First day; from the beginning when absent', required: false })
  first?: string;

  @CivilDateField({ description: 'Last day; without end when absent', required: false })
  last?: string;

  @Baht({ description: 'Largest amount; any when absent', example: '500000.00', required: false })
  upTo?: string;
}

export class DelegateDutyDto extends PostingDto {
  @CodeField({ description: 'Duty that is lent', example: 'checker' })
  duty!: string;

  @PersonField({ description: 'Who acts in the place of the one who posts', example: 'somsri' })
  to!: string;

  @CivilDateField({ description: 'First day', example: '2026-04-13' })
  first!: string;

  @CivilDateField({ description: 'Last day', example: '2026-04-17' })
  last!: string;
}

export class FiscalYearPath {
  @FiscalYearField({ description: 'Fiscal year as the organisation writes it' })
  fiscalYear!: string;
}

export class PeriodDto extends PostingDto {
  @PeriodField({ description: 'A month of the fiscal year, a quarter, or year' })
  period!: string;
}

export class ReopenPeriodDto extends ReasonedPostingDto {
  @PeriodField({ description: 'A month of the fiscal year, a quarter, or year' })
  period!: string;
}

export class ApprovalPath {
  @NameField({ description: 'Number of the waiting document', example: 'W-2569-01' })
  number!: string;
}

export class ApprovalsQueryDto extends KnownStateQueryDto {
  @ChoiceField({
    required: false,
    choices: ['waiting', 'approved', 'refused', 'withdrawn', 'decided', 'all'],
    description: 'Those that wait when absent; decided lists the last decision first',
  })
  status?: string;

  @TextField({
    description: 'Begin after this number; of those decided, before this position',
    required: false,
    maxLength: 64,
  })
  after?: string;

  @TextField({ description: 'At most so many rows (1 to 200)', required: false, maxLength: 5 })
  limit?: string;

  @PersonField({ description: 'Only what this person handed in', required: false })
  maker?: string;

  @PersonField({ description: 'Only what this person decided; with status decided', required: false })
  by?: string;

  @FlagField('Whether the one who asks may decide it, and otherwise why not; at most 50 rows')
  decisions?: string;

  @FlagField('What is available on each line before and after, decided on trial now; at most 50 rows')
  effects?: string;
}
