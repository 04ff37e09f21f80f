import { z } from 'zod';
import { encodeBase64 } from '../base64.ts';
import { forms } from './forms.ts';
import { spellReceipt } from './receipt-json.ts';

const NAME = /^[a-z][a-z0-9-]{0,63}$/;

const POSITION = /^\d{1,19}$/;

const members = z.strictObject({
  schema: z.literal('obligo.report-receipt/1', 'expected the schema obligo.report-receipt/1'),
  /** Which report, as its address names it. */
  report: z.string().regex(NAME, 'expected the name of a report'),
  /** Every parameter with its default filled in, by name; `knownAt` is the position. */
  query: z.record(
    z.string().regex(/^[a-zA-Z]{1,64}$/, 'expected the name of a parameter'),
    z.string().max(2000),
  ),
  /** The moment as it was asked for. */
  asked: forms.text(100),
  bytes: z.strictObject({
    type: forms.text(200),
    length: forms.count,
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hex digits'),
  }),
  log: z.strictObject({
    position: z.string().regex(POSITION, 'expected a position'),
    events: forms.count,
    root: forms.hash,
    /** From the tree of these events to that of the checkpoint. */
    consistency: forms.proof,
    checkpoint: forms.note,
    keys: forms.keys,
  }),
  projections: z.array(z.strictObject({ name: forms.text(100), version: z.int().min(1) })).max(100),
  software: z.strictObject({ name: forms.text(100), version: forms.text(100) }),
  madeAt: forms.instant,
});

const isOfItsPosition = ({ query, log: { position } }: z.output<typeof members>): boolean =>
  query['knownAt'] === position || !POSITION.test(position);

export const reportReceipt = members.refine(isOfItsPosition, {
  message: 'expected the position that it was made at',
  path: ['query', 'knownAt'],
});

/** Says which bytes a report had, and from which events it was made, so that it can be made again and compared. */
export type ReportReceipt = z.output<typeof reportReceipt>;

/** The part of the log that a report was made from. */
export interface ReportedLog {
  readonly position: string;
  /** How many events were known: the leaves up to the position. */
  readonly events: number;
  /** Root of the tree of these events. */
  readonly root: Uint8Array;
  readonly consistency: readonly Uint8Array[];
  /** Signed note of a checkpoint that seals these events, and maybe more. */
  readonly checkpoint: string;
  readonly keys: readonly string[];
}

export type ReportReceiptParts = Omit<ReportReceipt, 'schema' | 'log' | 'query'> & {
  readonly log: ReportedLog;
  readonly query: Readonly<Record<string, string>>;
};

export function reportReceiptOf({ log, query, ...parts }: ReportReceiptParts): ReportReceipt {
  const { position, events, root, consistency, checkpoint, keys } = log;
  const names = Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    schema: 'obligo.report-receipt/1',
    report: parts.report,
    query: Object.fromEntries(names),
    asked: parts.asked,
    bytes: parts.bytes,
    log: {
      position,
      events,
      root: encodeBase64(root),
      consistency: consistency.map(encodeBase64),
      checkpoint,
      keys: [...keys],
    },
    projections: parts.projections,
    software: parts.software,
    madeAt: parts.madeAt,
  };
}

/** The text of a receipt, as it is kept in a file. */
export const formatReportReceipt = (parts: ReportReceiptParts): string =>
  spellReceipt(reportReceiptOf(parts));
