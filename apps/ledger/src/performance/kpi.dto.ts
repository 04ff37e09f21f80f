import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsDefined, IsOptional } from 'class-validator';
import type { Quarter } from '#kernel';
import {
  type Accumulation,
  ACCUMULATIONS,
  KPI_KINDS,
  type KpiKind,
  type Operator,
  OPERATORS,
} from '#performance';
import {
  ChoiceField,
  CivilDateField,
  CodeField,
  FigureField,
  FiscalYearField,
  MonthField,
  NameField,
  QuarterField,
  TextField,
  TitleField,
} from '../http/fields.ts';
import { Nested } from '../http/nested.ts';
import { PostingDto, ReasonedPostingDto } from '../posting/posting.dto.ts';

export class KpiPath {
  @FiscalYearField({ description: 'Fiscal year as the organisation writes it' })
  fiscalYear!: string;

  @NameField({ description: 'KPI code', example: 'P08-K2' })
  kpi!: string;
}

export class ResultPath extends KpiPath {
  @CodeField({ description: 'Number of the result', example: 'Q2-2569' })
  result!: string;
}

export class TiersDto {
  @TextField({ description: 'Basic target, scored 50', required: false })
  basic?: string;

  @TextField({ description: 'Standard target, scored 75', required: false })
  standard?: string;

  @TextField({ description: 'Advanced target, scored 100', required: false })
  advanced?: string;
}

export class DefineKpiDto extends PostingDto {
  @FiscalYearField({ description: 'Fiscal year as the organisation writes it' })
  fiscalYear!: number;

  @NameField({ description: 'KPI code, unique in the fiscal year', example: 'P08-K2' })
  kpi!: string;

  @NameField({ description: 'Project code', example: 'P08' })
  project!: string;

  @TitleField({ description: 'Name of the KPI', example: 'SMEs using digital technology' })
  name!: string;

  @TextField({ description: 'Name in English', required: false })
  nameEn?: string;

  @CodeField({ description: 'Authority that asks for the KPI', required: false, example: 'OBB' })
  authority?: string;

  @ChoiceField({ description: 'What it counts', choices: KPI_KINDS })
  kind!: KpiKind;

  @ChoiceField({
    description: 'How the quarters go together; absent only for a composite',
    choices: ACCUMULATIONS,
    required: false,
  })
  accumulation?: Accumulation;

  @TextField({ description: 'Unit of the figures', required: false, maxLength: 200 })
  unit?: string;

  @TextField({ description: 'Unit in English', required: false, maxLength: 200 })
  unitEn?: string;

  @NameField({ description: 'Composite KPI that this one is a part of', required: false })
  partOf?: string;

  @ApiProperty({ type: TiersDto, required: false, description: 'What is scored 50, 75 and 100' })
  @IsOptional()
  @Nested(() => TiersDto)
  tiers?: TiersDto;

  @TextField({ description: 'Remark on the definition', required: false, maxLength: 20_000 })
  note?: string;
}

export class SetTargetDto extends PostingDto {
  @ChoiceField({ description: 'How the result compares with the value', choices: OPERATORS, required: false })
  operator?: Operator;

  @FigureField({ description: 'Target of the fiscal year', required: false, example: '1000' })
  value?: string;

  @TextField({ description: 'The target in words', example: 'not fewer than 1,000' })
  text!: string;
}

export class ReviseTargetDto extends SetTargetDto {
  @TextField({ description: 'Why it is revised; needed here' })
  declare reason: string;
}

export class PlannedQuarterDto {
  @FigureField({
    description: 'Planned figure, a running total where the KPI is cumulative',
    required: false,
    example: '500',
  })
  value?: string;

  @TextField({ description: 'The plan in words', required: false })
  text?: string;
}

function PlannedQuarterField(description: string): PropertyDecorator {
  return (target, name) => {
    ApiProperty({ type: PlannedQuarterDto, required: false, description })(target, name);
    IsOptional()(target, name);
    Nested(() => PlannedQuarterDto)(target, name);
  };
}

export class PlannedQuartersDto {
  @PlannedQuarterField('Quarter 1; absent when nothing is planned')
  Q1?: PlannedQuarterDto;

  @PlannedQuarterField('Quarter 2; absent when nothing is planned')
  Q2?: PlannedQuarterDto;

  @PlannedQuarterField('Quarter 3; absent when nothing is planned')
  Q3?: PlannedQuarterDto;

  @PlannedQuarterField('Quarter 4; absent when nothing is planned')
  Q4?: PlannedQuarterDto;
}

export class SetKpiPlanDto extends PostingDto {
  @ApiProperty({ type: PlannedQuartersDto, description: 'Plan per quarter' })
  @IsDefined({ message: 'must give the plan per quarter' })
  @Nested(() => PlannedQuartersDto)
  quarters!: PlannedQuartersDto;
}

export class ReviseKpiPlanDto extends ReasonedPostingDto {
  @ApiProperty({ type: PlannedQuartersDto, description: 'Plan per quarter from now on' })
  @IsDefined({ message: 'must give the plan per quarter' })
  @Nested(() => PlannedQuartersDto)
  quarters!: PlannedQuartersDto;
}

export class ResultContentDto extends PostingDto {
  @QuarterField({ description: 'Quarter that the result is about' })
  quarter!: Quarter;

  @FigureField({ description: 'The figure; absent where there is none', required: false })
  value?: string;

  @TextField({ description: 'The result in words', required: false, maxLength: 20_000 })
  text?: string;

  @ApiProperty({
    type: Boolean,
    required: false,
    description:
      'True: running total of the year. False: the quarter’s own figure. Absent: as the KPI accumulates',
  })
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  cumulative?: boolean;

  @FigureField({ description: 'Part of the figure that was planned', required: false })
  inPlan?: string;

  @FigureField({ description: 'Part of the figure outside the plan', required: false })
  outOfPlan?: string;

  @TextField({ description: 'What was done, in words', required: false, maxLength: 20_000 })
  narrative?: string;

  @CivilDateField({ description: 'Day up to which the data was collected', required: false })
  dataAsOf?: string;

  @MonthField({ description: 'First month of the data', required: false })
  periodFrom?: string;

  @MonthField({ description: 'Last month of the data', required: false })
  periodTo?: string;
}

export class RecordResultDto extends ResultContentDto {
  @CodeField({ description: 'Number of the result, unique in the KPI', example: 'Q2-2569' })
  result!: string;
}

export class CorrectResultDto extends ResultContentDto {
  @TextField({ description: 'Why it is corrected; needed here' })
  declare reason: string;
}

export class MarkAchievedDto extends PostingDto {
  @QuarterField({ description: 'Quarter in which it was achieved' })
  quarter!: Quarter;

  @TextField({ description: 'How the report puts it', required: false })
  note?: string;
}
