import { fields, olderVersion } from '#kernel';
import type { z } from 'zod';
import { disbursementMade } from './today.ts';

const data = disbursementMade.data.omit({ disbursement: true }).extend({
  voucher: fields.code('Number of the voucher'),
});
export type DisbursementMade2 = z.output<typeof data>;

/** As if the second version had still called the number a voucher. */
export const disbursementMade2 = olderVersion({
  version: 2,
  replaced: 'Not every payment has a voucher; each has a number.',
  data,
  upcast: ({ voucher, ...rest }) => ({ ...rest, disbursement: voucher }),
});
