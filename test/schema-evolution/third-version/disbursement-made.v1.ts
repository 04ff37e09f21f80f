import { fields, olderVersion } from '#kernel';
import type { DisbursementMade2 } from './disbursement-made.v2.ts';
import { disbursementMade } from './today.ts';

/** As if the first version had called the number a voucher, and written the line in one word. */
export const disbursementMade1 = olderVersion({
  version: 1,
  replaced: 'A line has two parts, each with a code of its own.',
  data: disbursementMade.data.omit({ disbursement: true, line: true }).extend({
    voucher: fields.code('Number of the voucher'),
    paidFrom: fields.text('Fund source and expenditure category, with a slash between them'),
  }),
  upcast: ({ paidFrom, ...rest }): DisbursementMade2 => {
    const [fundSource = '', category = ''] = paidFrom.split('/');
    return { ...rest, line: { fundSource, category } };
  },
});
