import { type CivilDate, defineEvent, type EventOf, fields, type Quarter, QUARTERS } from '#kernel';
import { z } from 'zod';

/** One file of a published report. */
export interface PublishedFile {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Freezes a report as a numbered set of files. The number is that of `numberOfEdition`. */
export interface PublishReport {
  readonly type: 'publish-report';
  readonly number: string;
  readonly title: string;
  readonly template: string;
  readonly language: 'th' | 'en';
  /** Quarter up to whose end the figures are. */
  readonly quarter: Quarter;
  /** Position in the log up to which the figures were known. */
  readonly knownAt: string;
  readonly files: readonly PublishedFile[];
  /** SHA-256 over the list of the files, which the code on the printed report shows. */
  readonly digest: string;
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

const sha256 = (description: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description });

export const ReportPublished = defineEvent({
  type: 'ReportPublished',
  version: 1,
  category: 'quarterlyreport',
  when: 'A report is published: a numbered set of files is frozen. Published again it has another number.',
  data: z.strictObject({
    number: fields.code('Number of the publication, unique in the organisation and fiscal year'),
    title: fields.text('Title of the report', 500),
    template: fields.code('How the report is laid out'),
    language: z.enum(['th', 'en']).meta({ description: 'Language of the report' }),
    quarter: z.enum(QUARTERS).meta({ description: 'Quarter up to whose end the figures are' }),
    knownAt: z
      .string()
      .regex(/^\d{1,19}$/)
      .meta({ description: 'Position in the log up to which the figures were known' }),
    files: z
      .array(
        z.strictObject({
          name: z
            .string()
            .regex(/^[a-z0-9][a-z0-9.-]{0,63}$/)
            .meta({ description: 'Name of the file' }),
          type: fields.text('MIME type of the file', 128),
          sha256: sha256('SHA-256 of the file'),
          bytes: z.int().min(1).meta({ description: 'Size of the file', unit: 'bytes' }),
        }),
      )
      .min(1)
      .max(32)
      .meta({ description: 'The files as they were published' }),
    digest: sha256('SHA-256 over the list of the files'),
  }),
});
export type ReportPublished = EventOf<typeof ReportPublished>;

/** The first edition has the code of the report as its number, the next ones say which edition they are. */
export const numberOfEdition = (report: string, edition: number): string =>
  edition === 1 ? report : `${report}-${edition}`;
