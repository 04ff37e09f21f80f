import type { Command } from 'commander';

/** What commands do, as the help groups them. */
export const GROUPS = {
  questions: 'Questions:',
  postings: 'Postings:',
  access: 'Access:',
  operations: 'Operations:',
} as const;

const NOUNS: Readonly<Record<string, string>> = {
  project: 'the projects of a fiscal year',
  event: 'single events of the log',
  audit: 'what the audit rules found, and the rules',
  receipt: 'proofs that postings are in the log',
  export: 'the log, to be verified elsewhere',
  organisation: 'the organisation with its calendar, era and language',
  account: 'the budget account of a project in a fiscal year',
  budget: 'estimates, allocations, releases, transfers and cuts of a line',
  plan: 'the spending plan per quarter, and its revisions',
  quarter: 'the restatement of a quarter that has ended',
  request: 'money held for what is asked for and not ordered yet',
  commitment: 'orders and contracts: obligations not yet paid',
  acceptance: 'work accepted and invoices booked: what is due',
  disbursement: 'payments: for an acceptance, against a commitment, or from a line',
  document: 'documents of several lines over one project or many',
  advance: 'money given before it is spent',
  guarantee: 'cash held for counterparties; it moves no budget',
  'year-end': 'the end of a fiscal year, step by step',
  policy: 'what the money of the organisation may do',
  duty: 'who may do what takes a duty',
  period: 'months and quarters: open, closed softly, closed',
  approval: 'documents that wait for other eyes',
  remark: 'words and evidence added to a posting later',
  kpi: 'KPIs with targets, plans and results',
  'quarterly-report': 'published reports and the status of their projects',
  password: 'the password of my account',
  'second-factor': 'the authenticator of my account',
  invitation: 'one-time codes with which people choose a password',
  person: 'accounts of people',
  role: 'who has which role, within which limits',
  access: 'what each role may do, and what became of that',
  token: 'tokens of services that read',
  reading: 'who looked at or exported what',
  seal: 'signed checkpoints over the log, and the keys that sign them',
};

const ASKED: readonly string[] = ['project', 'event', 'receipt', 'export', 'audit'];
const OPERATIONS: readonly string[] = ['seal'];
const ACCESS: readonly string[] = [
  'password',
  'second-factor',
  'invitation',
  'person',
  'role',
  'access',
  'token',
  'reading',
];

/** The command of a noun, made at its first verb. */
export function nounOf(program: Command, noun: string): Command {
  const known = program.commands.find((command) => command.name() === noun);
  return (
    known ??
    program
      .command(noun)
      .description(NOUNS[noun] ?? `what can be done with ${withArticle(noun.replaceAll('-', ' '))}`)
      .helpGroup(groupOf(noun))
  );
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

function groupOf(noun: string): string {
  if (ASKED.includes(noun)) return GROUPS.questions;
  if (OPERATIONS.includes(noun)) return GROUPS.operations;
  return ACCESS.includes(noun) ? GROUPS.access : GROUPS.postings;
}
