import { z } from 'zod';
import { QUARTERS } from '#kernel';
import { civilDay, knownAtAnswer, localMoment, position, provenanceAnswer } from '../http/shared.answers.ts';

/** What answers about published reports hold. */

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256' });

const html = z
  .string()
  .meta({ description: 'Markup whose texts are escaped; every figure links to its explanation' });

export const previewAnswer = z.strictObject({
  schema: z.literal('obligo.board-report-preview/1'),
  organisation: z.string(),
  knownAt: knownAtAnswer,
  number: z.string().meta({ description: 'The number that the report gets when it is published now' }),
  title: z.string(),
  canPrint: z.boolean().meta({ description: 'Whether the service can make a PDF' }),
  html,
  css: z.string(),
});

const publication = {
  number: z.string(),
  report: z.string().meta({ description: 'Code of the quarterly report' }),
  fiscalYear: z.int(),
  quarter: z.enum(QUARTERS),
  title: z.string(),
  template: z.string(),
  language: z.enum(['th', 'en']),
  asOf: civilDay.nullable().meta({ description: 'The day that the figures stand for' }),
  knownAt: position.meta({ description: 'Up to where the figures were known' }),
  position: position.meta({ description: 'Where the log says that it was published' }),
  publishedAt: localMoment,
  publishedBy: z.string(),
  reason: z.string().nullable(),
  digest: digest.meta({ description: 'SHA-256 over the list of the files, as sha256sum writes it' }),
  changed: z.int().meta({ description: 'Cells of the summary that say something else now' }),
};

export const publicationsAnswer = z.strictObject({
  schema: z.literal('obligo.publications/1'),
  ...provenanceAnswer,
  rows: z.array(z.strictObject(publication)).meta({ description: 'Newest first' }),
});

export const publicationAnswer = z.strictObject({
  schema: z.literal('obligo.publication/1'),
  organisation: z.string(),
  ...publication,
  figuresDigest: digest.nullable().meta({ description: 'SHA-256 of report.json, which every form shows' }),
  files: z.array(
    z.strictObject({ name: z.string(), type: z.string(), sha256: digest, bytes: z.int(), url: z.string() }),
  ),
  receiptUrl: z.string(),
  code: z.string().meta({ description: 'QR code of the address, as an SVG picture' }),
  changes: z.array(
    z.strictObject({
      project: z.string(),
      measure: z.string(),
      from: z.string().nullable().meta({ description: 'Baht, as published' }),
      to: z.string().nullable().meta({ description: 'Baht, now' }),
    }),
  ),
});

export const publicationPageAnswer = z.strictObject({
  schema: z.literal('obligo.publication-page/1'),
  number: z.string(),
  html,
  css: z.string(),
});
