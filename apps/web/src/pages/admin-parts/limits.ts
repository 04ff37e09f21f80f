import { defineTexts, type Say } from '../../texts/texts.ts';

/** Limits of a grant, as they are typed. */
export interface TypedLimits {
  readonly organisation: string;
  readonly projects: string;
  readonly upTo: string;
  readonly first: string;
  readonly last: string;
}

export const NO_LIMITS: TypedLimits = { organisation: '', projects: '', upTo: '', first: '', last: '' };

export const limitTexts = defineTexts({
  limits: { th: 'ขอบเขต', en: 'Limits' },
  limitsHow: { th: 'ช่องที่เว้นว่างคือไม่จำกัด', en: 'What is left empty is not limited.' },
  organisation: { th: 'เฉพาะหน่วยงาน', en: 'Only this organisation' },
  everyOrganisation: { th: 'ทุกหน่วยงาน', en: 'All of them' },
  projects: { th: 'เฉพาะโครงการ', en: 'Only these projects' },
  projectsHow: { th: 'รหัสโครงการ คั่นด้วยจุลภาค เช่น P01, P02', en: 'Codes, separated by commas: P01, P02' },
  upTo: { th: 'ไม่เกินรายการละ (บาท)', en: 'At most, for one posting (baht)' },
  first: { th: 'ตั้งแต่วันที่', en: 'From' },
  last: { th: 'ถึงวันที่', en: 'Until' },
  none: { th: 'ไม่จำกัด', en: 'not limited' },
  saidProjects: { th: 'โครงการ {projects}', en: 'projects {projects}' },
  saidUpTo: { th: 'ไม่เกิน {amount} บาทต่อรายการ', en: 'up to {amount} baht for one posting' },
  saidFirst: { th: 'ตั้งแต่ {day}', en: 'from {day}' },
  saidLast: { th: 'ถึง {day}', en: 'until {day}' },
  saidOrganisation: { th: 'หน่วยงาน {organisation}', en: 'organisation {organisation}' },
  saidFunds: { th: 'แหล่งเงิน {funds}', en: 'fund sources {funds}' },
  saidCommands: { th: 'รายการ {commands}', en: 'commands {commands}' },
});

/** Limits as the ledger takes them; amounts and days as the inputs made them. */
export function limitsOf(typed: TypedLimits): Record<string, unknown> | undefined {
  const { organisation, projects, upTo, first, last } = typed;
  const codes = projects.split(/[\s,]+/).filter((code) => code !== '');
  const limits = {
    ...(organisation === '' ? {} : { organisation }),
    ...(codes.length === 0 ? {} : { projects: codes }),
    ...(upTo === '' ? {} : { upTo }),
    ...(first === '' ? {} : { first }),
    ...(last === '' ? {} : { last }),
  };
  return Object.keys(limits).length === 0 ? undefined : limits;
}

/** Limits that a grant has, as the ledger tells them. */
export interface GrantedLimits {
  readonly organisation?: string | undefined;
  readonly projects?: readonly string[] | undefined;
  readonly fundSources?: readonly string[] | undefined;
  readonly commands?: readonly string[] | undefined;
  readonly upTo?: string | undefined;
  readonly first?: string | undefined;
  readonly last?: string | undefined;
}

interface Printing {
  readonly t: Say<typeof limitTexts>;
  readonly date: (day: string) => string;
  readonly amount: (baht: string) => string;
}

/** Limits in words; nothing when there are none. */
export function sayLimits(limits: GrantedLimits, { t, date, amount }: Printing): string {
  const { organisation, projects, fundSources, commands, upTo, first, last } = limits;
  return [
    ...(organisation === undefined ? [] : [t('saidOrganisation', { organisation })]),
    ...(projects === undefined ? [] : [t('saidProjects', { projects: projects.join(', ') })]),
    ...(fundSources === undefined ? [] : [t('saidFunds', { funds: fundSources.join(', ') })]),
    ...(commands === undefined ? [] : [t('saidCommands', { commands: commands.join(', ') })]),
    ...(upTo === undefined ? [] : [t('saidUpTo', { amount: amount(upTo) })]),
    ...(first === undefined ? [] : [t('saidFirst', { day: date(first) })]),
    ...(last === undefined ? [] : [t('saidLast', { day: date(last) })]),
  ].join(' · ');
}
