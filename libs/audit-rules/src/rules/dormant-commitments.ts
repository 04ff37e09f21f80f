import { formatBaht, printDay } from '#kernel/folding';
import { addDays, daysBetween } from '../days.ts';
import { defineRule } from '../rule.ts';

/** Obligations that nobody moves: neither accepted, paid, amended nor released. */
export const rule = defineRule({
  id: 'dormant-commitments',
  version: 1,
  name: { en: 'Dormant commitment', th: 'ภาระผูกพันที่ไม่มีการเคลื่อนไหว' },
  meaning: {
    en: 'A commitment with money outstanding has not moved for so many days, on the day that is asked about.',
    th: 'ภาระผูกพันที่ยังมียอดค้างไม่มีการเคลื่อนไหวเกินจำนวนวันที่กำหนด นับถึงวันที่ถาม',
  },
  source:
    'Review of unliquidated obligations, a common control of budget execution; INTOSAI GOV 9100, reviews of operating performance',
  parameters: {
    days: { unit: 'days', default: 180, meaning: 'Days without movement from which on it is a finding' },
    least: { unit: 'baht', default: '0.01', meaning: 'Less than this outstanding is no finding' },
  },
  categories: [],
  onDay(commitments, day, { days, least }) {
    return commitments
      .filter(
        ({ outstanding, lastMovedOn }) =>
          outstanding > 0 && outstanding >= least && daysBetween(lastMovedOn, day) >= days,
      )
      .map(({ fiscalYear, project, number, item, lastMovedOn, outstanding }) => ({
        key: JSON.stringify([fiscalYear, project, number, item]),
        severity: daysBetween(lastMovedOn, day) >= 2 * days ? 'medium' : 'low',
        sentence: {
          en: `${project}: the commitment ${number}${item === null ? '' : `, item ${item},`} has ${formatBaht(outstanding)} baht outstanding and has not moved since ${lastMovedOn}, ${daysBetween(lastMovedOn, day)} days before ${day}.`,
          th: `${project}: ภาระผูกพัน ${number}${item === null ? '' : ` รายการ ${item}`} ค้างอยู่ ${formatBaht(outstanding)} บาท และไม่มีการเคลื่อนไหวตั้งแต่ ${printDay(lastMovedOn, 'th')} คือ ${daysBetween(lastMovedOn, day)} วันก่อน ${printDay(day, 'th')}`,
        },
        project,
        fiscalYear,
        effectiveOn: addDays(lastMovedOn, days),
        amount: outstanding,
        document: number,
      }));
  },
});
