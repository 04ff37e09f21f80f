import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { CivilDate } from '#kernel';
import { CivilDateField, PersonField, TextField } from '../http/fields.ts';
import { KNOWN_AT } from '../reports/report.dto.ts';

/** Which state of the rule table is asked for. */
export class AsOfDto {
  @CivilDateField({
    description: 'As it was at the end of this day; as it is now when absent',
    required: false,
  })
  on?: string;

  @TextField({ description: KNOWN_AT, required: false, maxLength: 64, example: '2025-12-30' })
  knownAt?: string;

  @CivilDateField({
    description: 'Only grants in force on this day; all that are known when absent',
    required: false,
  })
  effectiveTo?: CivilDate;

  @ApiProperty({ required: false, description: 'As a decision saw it that names this revision' })
  @IsOptional()
  @IsString()
  @MaxLength(18)
  revision?: string;

  @PersonField({ description: 'Only the roles of this account or service', required: false })
  subject?: string;
}
