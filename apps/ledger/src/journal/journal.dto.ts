import { QUARTERS, type Quarter, type CivilDate } from '#kernel';
import {
  Baht,
  ChoiceField,
  CivilDateField,
  CodeField,
  FiscalYearField,
  MonthField,
  NameField,
  TextField,
} from '../http/fields.ts';
import { FlagField, KNOWN_AT, KnowledgeQuery } from '../reports/report.dto.ts';

/** The order in which a page is listed. */
export const JOURNAL_ORDERS = ['oldest', 'newest'] as const;
export type JournalOrder = (typeof JOURNAL_ORDERS)[number];

/** What is looked for in the journal; all of it together. */
export class JournalFilterDto extends KnowledgeQuery {
  @FiscalYearField({ description: 'Only this fiscal year', required: false })
  fiscalYear?: string;

  @ChoiceField({
    description: 'Only what takes effect in this quarter; with fiscalYear',
    choices: QUARTERS,
    required: false,
  })
  quarter?: Quarter;

  @MonthField({ description: 'Only what takes effect in this month', required: false })
  month?: string;

  @NameField({ description: 'Only this project', required: false, example: 'P01' })
  project?: string;

  @TextField({
    description: 'Only events of this type; several with commas between them',
    required: false,
    maxLength: 1000,
    example: 'CommitmentMade',
  })
  type?: string;

  @TextField({ description: 'Only what this actor posted', required: false, maxLength: 64 })
  actor?: string;

  @CodeField({ description: 'Only events about this document', required: false })
  document?: string;

  @TextField({
    description: 'Only where this stands in reason, document, source, counterparty or description',
    required: false,
    maxLength: 100,
  })
  text?: string;

  @Baht({ description: 'Only amounts from this one on, in baht', required: false })
  amountFrom?: string;

  @Baht({ description: 'Only amounts up to this one, in baht', required: false })
  amountTo?: string;

  @CivilDateField({ description: 'Effective on this day or later', required: false })
  effectiveFrom?: CivilDate;

  @FlagField('Only what a later event took back; false: only what still holds')
  reversed?: string;

  @FlagField('Only history that was taken over from elsewhere; false: only what was posted here')
  imported?: string;
}

export class JournalQueryDto extends JournalFilterDto {
  @TextField({ description: 'Only events after this position', required: false, maxLength: 20 })
  after?: string;

  @TextField({
    description: 'Only events before this position, those next to it',
    required: false,
    maxLength: 20,
  })
  before?: string;

  @CivilDateField({
    description: 'Begins with what was booked on this day, where neither after nor before is given',
    required: false,
  })
  bookedOn?: CivilDate;

  @ChoiceField({ description: 'What stands first', choices: JOURNAL_ORDERS, required: false })
  order: JournalOrder = 'oldest';

  @TextField({ description: 'At most so many rows (1 to 10000)', required: false, maxLength: 5 })
  limit?: string;
}

export class EventContextQueryDto {
  @TextField({
    description: 'Organisation; needed when the ledger has several',
    required: false,
    maxLength: 32,
  })
  organisation?: string;

  @TextField({ description: KNOWN_AT, required: false, maxLength: 64 })
  knownAt?: string;
}
