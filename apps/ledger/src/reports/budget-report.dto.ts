import type { Quarter } from '#kernel';
import { GROUPINGS, type Grouping } from '#reporting';
import { ChoiceField, CivilDateField, NameField, QuarterField, TextField } from '../http/fields.ts';
import { YearQuery } from './report.dto.ts';

/** A report on the budget of a year, of one project or of all. */
export class ProjectReportQuery extends YearQuery {
  @NameField({ description: 'Only this project', required: false, example: 'P01' })
  project?: string;
}

export class ThroughReportQuery extends ProjectReportQuery {
  @QuarterField({
    description: 'Only what takes effect up to the end of this quarter; all that is known when absent',
    required: false,
  })
  quarter?: Quarter;
}

export class ExecutionReportQuery extends ThroughReportQuery {
  @ChoiceField({ description: 'What the rows stand for', choices: GROUPINGS, required: false })
  by: Grouping = 'project';
}

export class DayReportQuery extends ProjectReportQuery {
  @CivilDateField({ description: 'The day that is asked about; today when absent', required: false })
  on?: string;
}

export class TargetsReportQuery extends DayReportQuery {
  @TextField({
    description: 'Categories of investment, separated by commas; all other expenditure is current',
    required: false,
    maxLength: 1000,
    example: 'capital',
  })
  capitalCategories = 'capital';
}

export class PaymentDaysReportQuery extends ProjectReportQuery {
  @TextField({
    description: 'Days after acceptance within which is to be paid (0 to 366); 30 when absent',
    required: false,
    maxLength: 3,
    example: '30',
  })
  limitDays = '30';
}
