import { type Language, type Template, TEMPLATES } from '#board-report';
import { ChoiceField, FiscalYearField, FlagField, NameField, TextField } from '../http/fields.ts';
import { ReasonedPostingDto } from '../posting/posting.dto.ts';
import { type Format, FORMATS } from '../reports/answer.ts';
import { KNOWN_AT } from '../reports/report.dto.ts';
import { OrganisationQueryDto } from '../control/control.dto.ts';

const LANGUAGES = ['th', 'en'] as const;

const REPORT_MOMENT = `${KNOWN_AT.split(';')[0] ?? ''}; the day of the report when absent`;

/** How a report is laid out, as far as people say it. */
export class ReportPreviewDto {
  @FiscalYearField({ description: 'Fiscal year as the organisation writes it' })
  fiscalYear!: number;

  @NameField({ description: 'Code of the quarterly report', example: 'Q2-2569' })
  report!: string;

  @ChoiceField({ description: 'Layout of the report', choices: TEMPLATES, required: false })
  template: Template = 'board';

  @ChoiceField({ description: 'Language of the report', choices: LANGUAGES, required: false })
  language: Language = 'th';

  @TextField({ description: REPORT_MOMENT, required: false, maxLength: 64, example: '2026-03-31' })
  knownAt?: string;

  @TextField({ description: 'Title; that of the report when absent', required: false, maxLength: 500 })
  title?: string;

  @TextField({ description: 'Stands before the first table', required: false, maxLength: 4000 })
  foreword?: string;
}

export class PublishReportDto extends ReasonedPostingDto {
  @NameField({
    description:
      'The number that the publication gets, typed to confirm it: code of the report, from the second on with -2, -3 …',
    example: 'Q2-2569',
  })
  number!: string;

  @ChoiceField({ description: 'Layout of the report', choices: TEMPLATES, required: false })
  template: Template = 'board';

  @ChoiceField({ description: 'Language of the report', choices: LANGUAGES, required: false })
  language: Language = 'th';

  @TextField({ description: REPORT_MOMENT, required: false, maxLength: 64, example: '2026-03-31' })
  knownAt?: string;

  @TextField({ description: 'Title; that of the report when absent', required: false, maxLength: 500 })
  title?: string;

  @TextField({ description: 'Stands before the first table', required: false, maxLength: 4000 })
  foreword?: string;

  @FlagField({ description: 'Publishes without a PDF, where no browser can print', required: false })
  withoutPdf?: boolean;
}

export class PublicationsQueryDto extends OrganisationQueryDto {
  @TextField({ description: KNOWN_AT, required: false, maxLength: 64 })
  knownAt?: string;
}

export class PublicationListDto extends PublicationsQueryDto {
  @ChoiceField({ description: 'Form of the answer', choices: FORMATS, required: false })
  format: Format = 'json';
}

export class PublishedFileQueryDto extends OrganisationQueryDto {
  @ChoiceField({
    description: 'Whether a CSV begins with a byte order mark, which some spreadsheet programs need',
    choices: ['yes', 'no'],
    required: false,
  })
  bom: 'yes' | 'no' = 'no';
}

export class PublicationPath {
  @TextField({ description: 'Number of the publication', maxLength: 64, example: 'Q2-2569' })
  number!: string;
}

export class PublishedFilePath extends PublicationPath {
  @TextField({ description: 'Name of the file', maxLength: 64, example: 'report.pdf' })
  file!: string;
}
