import { type CivilDate, defineEvent, type EventOf, fields } from '#kernel';
import { z } from 'zod';
import { type Accumulation, ACCUMULATIONS, KPI_KINDS, type KpiKind } from './kind.ts';

/** What counts as the basic (50), standard (75) and advanced (100) target, in the words of the authority. */
export interface Tiers {
  readonly basic?: string | undefined;
  readonly standard?: string | undefined;
  readonly advanced?: string | undefined;
}

/** Says what is measured in a fiscal year. */
export interface DefineKpi {
  readonly type: 'define-kpi';
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly kpi: string;
  readonly project: string;
  readonly name: string;
  readonly nameEn?: string | undefined;
  /** Code of the authority that asks for it, such as OBB or OPDC. */
  readonly authority?: string | undefined;
  readonly kind: KpiKind;
  /** Absent only for a composite. */
  readonly accumulation?: Accumulation | undefined;
  readonly unit?: string | undefined;
  readonly unitEn?: string | undefined;
  /** The composite KPI that this one is a part of. */
  readonly partOf?: string | undefined;
  readonly tiers?: Tiers | undefined;
  readonly note?: string | undefined;
  readonly effectiveOn: CivilDate;
}

const tiers = z
  .strictObject({
    basic: fields.text('Basic target, scored 50').optional(),
    standard: fields.text('Standard target, scored 75').optional(),
    advanced: fields.text('Advanced target, scored 100').optional(),
  })
  .meta({ description: 'What is scored 50, 75 and 100' });

export const KpiDefined = defineEvent({
  type: 'KpiDefined',
  version: 1,
  category: 'kpi',
  when: 'A KPI is defined for a fiscal year; the first event of its stream.',
  data: z.strictObject({
    organisation: fields.code('Organisation that the KPI belongs to'),
    fiscalYear: fields.fiscalYear(),
    kpi: fields.code('KPI code, unique in the organisation and fiscal year'),
    project: fields.code('Project code'),
    name: fields.text('Name of the KPI', 2000),
    nameEn: fields.text('Name in English', 2000).optional(),
    authority: fields.code('Authority that asks for the KPI').optional(),
    kind: z.enum(KPI_KINDS).meta({ description: 'What it counts; decides which figures fit' }),
    accumulation: z
      .enum(ACCUMULATIONS)
      .meta({ description: 'How the figures of the quarters go together; absent only for a composite' })
      .optional(),
    unit: fields.text('Unit of the figures', 200).optional(),
    unitEn: fields.text('Unit in English', 200).optional(),
    partOf: fields.code('Composite KPI that this one is a part of').optional(),
    tiers: tiers.optional(),
    note: fields.text('Remark on the definition').optional(),
  }),
});
export type KpiDefined = EventOf<typeof KpiDefined>;
