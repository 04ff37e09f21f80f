import { memberOf } from '../needed.ts';
import { quoted } from '../shell.ts';
import type { PostingCommand } from './openapi.ts';

/** What a good example says beyond the required flags: one of several ways, or words where the document has none. */
const ALSO: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'organisation register': { startMonth: '10' },
  'commitment make': { fundSource: 'annual-appropriation', category: 'operating' },
  'quarter correct': { commitment: 'PO-2569-014' },
  'disbursement make': { commitment: 'PO-2569-014' },
  'kpi revise-target': { reason: 'Agreed with the Board' },
  'kpi set-plan': { q2: '500', q3: '500' },
  'kpi revise-plan': { q3: '500', q4: '500' },
  'kpi record-result': { value: '1805', source: 'Report Q2-2569' },
  'kpi correct-result': { value: '1806', reason: 'One SME was counted in April' },
  'quarterly-report status': { reason: 'Evidence came after the report' },
};

/** A command line that is well-formed, with every required flag. */
export function exampleOf({ noun, verb, fields }: PostingCommand): string {
  const also = ALSO[`${noun} ${verb}`] ?? {};
  const shown = fields.flatMap(({ flag, required, example }) => {
    const value = also[memberOf(flag)] ?? (required ? (example ?? '…') : undefined);
    return value === undefined ? [] : [`--${flag} ${quoted(value)}`];
  });
  return ['obligo', noun, verb, ...shown].join(' ');
}
