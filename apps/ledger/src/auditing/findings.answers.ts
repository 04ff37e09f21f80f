import { z } from 'zod';
import { SEVERITIES } from '#audit-rules';
import { baht, civilDay, localMoment, position, provenanceAnswer } from '../http/shared.answers.ts';

/** What the audit rules found. */

const bothLanguages = z.strictObject({ en: z.string(), th: z.string() });

const parameter = z.strictObject({
  name: z.string(),
  value: z.union([z.string(), z.number()]),
  default: z.union([z.string(), z.number()]),
  unit: z.enum(['days', 'count', 'percent', 'baht']),
  meaning: z.string(),
});

const rule = z.strictObject({
  rule: z.string(),
  version: z.int(),
  name: bothLanguages,
  meaning: z.string().meta({ description: 'What it finds, in English' }),
  meaningTh: z.string().meta({ description: 'The same in Thai' }),
  source: z.string().meta({ description: 'Where the rule is taken from' }),
  parameters: z.array(parameter),
});

const finding = {
  id: z.string(),
  severity: z.enum(SEVERITIES),
  sentence: z.string().meta({ description: 'What, where and how much, in English' }),
  sentenceTh: z.string().meta({ description: 'The same in Thai' }),
  project: z.string().nullable(),
  fiscalYear: z.int().nullable(),
  effectiveOn: civilDay,
  amount: baht.nullable(),
  foundAt: position.meta({ description: 'Where it first became true' }),
  since: position.meta({ description: 'Where it became true, the last time' }),
  until: position.nullable().meta({ description: 'Where it stopped being true' }),
  people: z.array(z.string()),
};

export const findingsAnswer = z.strictObject({
  schema: z.literal('obligo.audit-findings/1'),
  ...provenanceAnswer,
  unit: z.literal('baht'),
  rows: z.array(z.strictObject({ ...finding, rule: z.string(), events: z.array(position) })),
  next: z.strictObject({ after: z.string() }).nullable(),
});

const event = z.strictObject({
  position,
  type: z.string(),
  stream: z.string(),
  fiscalYear: z.int().nullable(),
  project: z.string().nullable(),
  document: z.string().nullable(),
  amount: baht.nullable(),
  actor: z.string(),
  reason: z.string().nullable(),
  source: z.string().nullable(),
  effectiveOn: civilDay,
  bookedAt: localMoment,
  links: z.strictObject({ event: z.string(), explain: z.string().nullable() }),
});

export const findingAnswer = z.strictObject({
  schema: z.literal('obligo.audit-finding/1'),
  ...provenanceAnswer,
  unit: z.literal('baht'),
  finding: z.strictObject({
    ...finding,
    rule: z.union([rule, z.strictObject({ rule: z.string() })]),
    events: z.array(event),
  }),
});

export const auditRulesAnswer = z.strictObject({
  schema: z.literal('obligo.audit-rules/1'),
  rules: z.array(rule),
});
