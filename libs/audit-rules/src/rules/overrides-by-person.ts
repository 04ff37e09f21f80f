import type { Bilingual } from '#glossary/folding';
import { printDay } from '#kernel/folding';
import { type AuditedAccountEvent, isOfAccount } from '../audit-event.ts';
import { defineRule, found, remember } from '../rule.ts';

/** How often somebody set a rule aside in a fiscal year, and where. */
interface Overrides {
  readonly count: number;
  /** The only project so far; nothing where there are several. */
  readonly project: string | null;
  /** Positions that no finding has linked yet. */
  readonly unlinked: readonly string[];
  readonly [name: string]: number | string | null | readonly string[];
}

/** Events that are remembered before there is a finding to link them with. */
const MOST_KEPT = 100;

/** Rules that people set aside, counted by person and year. */
export const rule = defineRule({
  id: 'overrides-by-person',
  version: 2,
  name: { en: 'Overrides by person', th: 'การข้ามกฎควบคุมรายบุคคล' },
  meaning: {
    en: 'Somebody set rules of budget control aside, as often in one fiscal year as the sentence says.',
    th: 'มีผู้ข้ามกฎควบคุมงบประมาณในปีงบประมาณเดียวตามจำนวนครั้งที่ข้อสังเกตบอก',
  },
  source: 'ISA 240 and ISSAI 2240, management override of controls',
  parameters: {
    least: { unit: 'count', default: 1, meaning: 'Overrides in a fiscal year from which on it is a finding' },
    medium: { unit: 'count', default: 3, meaning: 'Overrides from which on its severity is medium' },
    high: { unit: 'count', default: 10, meaning: 'Overrides from which on its severity is high' },
  },
  categories: ['budgetaccount'],
  fold(event, look, { least, medium, high }) {
    if (!isOfAccount(event)) return [];
    const override = overrideIn(event);
    if (override === undefined) return [];
    const { by, releasedBy, what } = override;
    const { fiscalYear, project } = event.account;
    const key = `${by} ${fiscalYear}`;
    const before = look(key) as Overrides | undefined;
    const count = (before?.count ?? 0) + 1;
    const only = before === undefined || before.project === project ? project : null;
    const unlinked = [...(before?.unlinked ?? []), event.position];
    if (count < least) return [remember(key, { count, project: only, unlinked: unlinked.slice(-MOST_KEPT) })];
    const severity = count >= high ? 'high' : count >= medium ? 'medium' : 'low';
    const times = count === 1 ? 'once' : `${count} times`;
    return [
      remember(key, { count, project: only, unlinked: [] }),
      found({
        key,
        severity,
        sentence: {
          en: `${by} set rules aside ${times} in ${fiscalYear}; last in ${project}: ${what.en}.`,
          th: `${by} ข้ามกฎควบคุม ${count} ครั้งในปีงบประมาณ ${fiscalYear} ครั้งล่าสุดใน ${project}: ${what.th}`,
        },
        project: only ?? undefined,
        fiscalYear,
        effectiveOn: event.effectiveOn,
        people: [...new Set([by, releasedBy])],
        events: unlinked,
      }),
    ];
  },
});

interface Override {
  readonly by: string;
  /** Whoever approved the document last, where it waited for approval. */
  readonly releasedBy: string;
  readonly what: Bilingual;
}

/** What was set aside, by whom: a document asks for it when it is handed in, and its maker must be allowed to. */
function overrideIn({ decision }: AuditedAccountEvent): Override | undefined {
  const maker = decision?.approval?.maker;
  if (decision?.override) {
    const { by, reason, rules } = decision.override;
    const what = `${rules.join(', ')} (“${reason.slice(0, 200)}”)`;
    return { by: maker ?? by, releasedBy: by, what: { en: what, th: what } };
  }
  if (decision?.documentDate) {
    const { date, allowedBy } = decision.documentDate;
    return {
      by: maker ?? allowedBy,
      releasedBy: allowedBy,
      what: {
        en: `a document of ${date}, outside the fiscal year`,
        th: `เอกสารลงวันที่ ${printDay(date, 'th')} ซึ่งอยู่นอกปีงบประมาณ`,
      },
    };
  }
  return undefined;
}
