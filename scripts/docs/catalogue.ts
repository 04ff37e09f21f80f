import { accessEvents, accessRefusals } from '#access';
import { auditRulesRefusals } from '#audit-rules';
import { auditTrailRefusals } from '#audit-trail';
import { accountEvents, budgetRefusals } from '#budget';
import {
  approvalEvents,
  controlPolicyEvents,
  controlRefusals,
  fiscalPeriodsEvents,
  remarksEvents,
} from '#control';
import { identityRefusals } from '#identities';
import { faultCodes, importRefusals } from '#importing';
import { type EventDefinition, type RefusalKind, typedAmountRefusals, typedDateRefusals } from '#kernel';
import { movingRefusals } from '#moving';
import { organisationEvents, organisationRefusals } from '#organisation';
import { kpiEvents, performanceRefusals, quarterlyReportEvents } from '#performance';
import { postingRefusals } from '#posting';
import { deskRefusals } from '#desk';
import { readingsRefusals } from '#readings';
import { spreadsheetRefusals } from '#spreadsheets';
import { timeStampRefusals } from '#time-stamping';
import { sealingRefusals } from '#sealing';
import { sheetRefusals } from '#sheets';
import { reportingRefusals } from '#reporting';
import { verificationRefusals } from '#verification';
import { serviceRefusals } from '../../apps/ledger/src/http/refusals.ts';
import { commandLineRefusals, formRefusals, startRefusals, storeRefusals } from './form-refusals.ts';

export interface EventList {
  readonly title: string;
  /** What the streams of these events are, in one sentence. */
  readonly about: string;
  readonly events: readonly EventDefinition[];
}

export interface RefusalEntry {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly meaning: string;
}

export interface RefusalList {
  readonly title: string;
  readonly refusals: readonly RefusalEntry[];
}

/** Every event of the ledger. A new list of events is added here and nowhere else. */
export const catalogues: readonly EventList[] = [
  {
    title: 'Organisation',
    about: 'One stream per organisation: its calendar, currency and language.',
    events: organisationEvents,
  },
  {
    title: 'Budget account',
    about: 'One stream per project and fiscal year: its lines, plan, commitments and payments.',
    events: accountEvents,
  },
  {
    title: 'Control policy',
    about: 'One stream per organisation: what its money may do, and who has which duty.',
    events: controlPolicyEvents,
  },
  {
    title: 'Fiscal periods',
    about: 'One stream per fiscal year: which months are open, closed softly, closed.',
    events: fiscalPeriodsEvents,
  },
  {
    title: 'Approval',
    about: 'One stream per document that waits for other eyes.',
    events: approvalEvents,
  },
  {
    title: 'Remarks',
    about: 'One stream per posting: words and evidence that are added to it later.',
    events: remarksEvents,
  },
  {
    title: 'KPI',
    about: 'One stream per indicator and fiscal year: its target, plan and results.',
    events: kpiEvents,
  },
  {
    title: 'Quarterly report',
    about:
      'One stream per report: its date, the status it gives each project, and every time it was published.',
    events: quarterlyReportEvents,
  },
  {
    title: 'Access',
    about: 'One stream in a log of its own: what each role may do, and who was given which.',
    events: accessEvents,
  },
];

type Meaning = Omit<RefusalEntry, 'code'>;

/** A library keeps its refusals as a list, or as a record by code. */
function listed(
  refusals: readonly RefusalEntry[] | Readonly<Record<string, Meaning>>,
): readonly RefusalEntry[] {
  if (Array.isArray(refusals)) return refusals as readonly RefusalEntry[];
  return Object.entries(refusals as Record<string, Meaning>).map(([code, meaning]) => ({ ...meaning, code }));
}

/** Every refusal of the ledger. A new list of refusals is added here and nowhere else. */
export const refusalLists: readonly RefusalList[] = [
  { title: 'Amounts, dates and codes', refusals: formRefusals },
  {
    title: 'Amounts and dates as people type them',
    refusals: listed({ ...typedAmountRefusals, ...typedDateRefusals }),
  },
  { title: 'Budget account', refusals: listed(budgetRefusals) },
  { title: 'Policy, duties, periods and approvals', refusals: listed(controlRefusals) },
  { title: 'KPI and quarterly report', refusals: listed(performanceRefusals) },
  { title: 'Organisation', refusals: listed(organisationRefusals) },
  { title: 'Posting', refusals: listed(postingRefusals) },
  { title: 'Roles and the rule table', refusals: listed(accessRefusals) },
  { title: 'Accounts and sign-in', refusals: listed(identityRefusals) },
  { title: 'Audit rules', refusals: listed(auditRulesRefusals) },
  { title: 'Desk', refusals: listed(deskRefusals) },
  { title: 'Reading log', refusals: listed(readingsRefusals) },
  { title: 'Seals and checkpoints', refusals: listed(sealingRefusals) },
  { title: 'Keys, checkpoints and bundles', refusals: listed(auditTrailRefusals) },
  { title: 'Verification, export and import of a log', refusals: listed(verificationRefusals) },
  { title: 'Moving to another store', refusals: listed(movingRefusals) },
  { title: 'Time-stamps', refusals: listed(timeStampRefusals) },
  { title: 'Import', refusals: listed(importRefusals) },
  { title: 'Workbooks', refusals: listed(spreadsheetRefusals) },
  { title: 'Sheets', refusals: listed(sheetRefusals) },
  { title: 'Reports', refusals: listed(reportingRefusals) },
  { title: 'Configuration and data folder', refusals: startRefusals },
  { title: 'Homes of a log', refusals: storeRefusals },
  { title: 'Command line', refusals: commandLineRefusals },
  { title: 'Service', refusals: listed(serviceRefusals) },
];

/** Faults of a folder that is imported, as listed in the refusal `import-faulty`. */
export const importFaults: Readonly<Record<string, string>> = faultCodes;
