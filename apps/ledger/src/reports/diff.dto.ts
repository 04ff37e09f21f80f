import type { CivilDate, Quarter } from '#kernel';
import {
  ChoiceField,
  CivilDateField,
  FiscalYearField,
  NameField,
  QuarterField,
  TextField,
} from '../http/fields.ts';
import { type Compared, COMPARED } from './compared.ts';
import { FlagField, KNOWN_AT, KnowledgeQuery } from './report.dto.ts';

/** The two points of a comparison. */
export class PointsQuery extends KnowledgeQuery {
  @TextField({
    description: `First moment; needed unless only the days differ. ${KNOWN_AT}`,
    required: false,
    maxLength: 64,
    example: '2025-12-30',
  })
  from?: string;

  @TextField({
    description: `Second moment. ${KNOWN_AT}`,
    required: false,
    maxLength: 64,
    example: '2026-03-31',
  })
  to?: string;

  @CivilDateField({ description: 'Day of the first point, as effectiveTo', required: false })
  fromEffectiveTo?: CivilDate;

  @CivilDateField({ description: 'Day of the second point, as effectiveTo', required: false })
  toEffectiveTo?: CivilDate;
}

export class DiffQueryDto extends PointsQuery {
  @FiscalYearField({ description: 'Fiscal year as the organisation writes it' })
  fiscalYear!: string;

  @QuarterField({
    description: 'Quarter up to whose end is compared; the whole year when absent',
    required: false,
  })
  quarter?: Quarter;

  @ChoiceField({ description: 'What is compared', choices: COMPARED, required: false })
  of: Compared = 'quarterly';

  @NameField({ description: 'Only this project', required: false, example: 'P01' })
  project?: string;

  @FlagField('Movements of each quarter instead of the sum to its end')
  byQuarter?: string;

  @FlagField(
    'Tells of both moments how many events were known, and the root of the log over them, where it is sealed',
  )
  roots?: string;
}
