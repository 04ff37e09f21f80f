import type { Command } from 'commander';

/** What commands do, as the help groups them. */
export const GROUPS = {
  questions: 'Questions:',
  postings: 'Postings:',
  operations: 'Operations:',
} as const;

const NOUNS: Readonly<Record<string, string>> = {
  project: 'the projects of a fiscal year',
  event: 'single events of the log',
  organisation: 'the organisation with its calendar, era and language',
  account: 'the budget account of a project in a fiscal year',
  budget: 'allocations to a line, and cuts',
  plan: 'the spending plan per quarter, and its revisions',
  quarter: 'the restatement of a quarter that has ended',
  commitment: 'orders and contracts: obligations not yet paid',
  disbursement: 'payments, from a line or against a commitment',
  kpi: 'KPIs with targets, plans and results',
  'quarterly-report': 'published reports and the status of their projects',
};

const ASKED: readonly string[] = ['project', 'event'];

/** The command of a noun, made at its first verb. */
export function nounOf(program: Command, noun: string): Command {
  const known = program.commands.find((command) => command.name() === noun);
  return (
    known ??
    program
      .command(noun)
      .description(NOUNS[noun] ?? `what can be done with ${withArticle(noun.replaceAll('-', ' '))}`)
      .helpGroup(ASKED.includes(noun) ? GROUPS.questions : GROUPS.postings)
  );
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
