import type { Command } from 'commander';
import { ask, withAnswerFlags } from '../answer.ts';
import { periodOf } from '../dates.ts';
import type { Io } from '../io.ts';
import { need } from '../needed.ts';
import { nounOf } from '../nouns.ts';
import { examples, type PeriodFlags, pointOf, type Run, withKnownAt } from './question.ts';

interface StateFlags extends PeriodFlags {
  readonly number?: string;
  readonly kpi?: string;
}

/** How a state is asked for. */
interface State {
  readonly noun: string;
  readonly verb: string;
  readonly description: string;
  readonly example: string;
  readonly path: string;
  readonly needed: readonly string[];
  readonly flags: readonly (readonly [flag: string, description: string])[];
  readonly queryOf: (flags: StateFlags) => Readonly<Record<string, string | undefined>>;
}

const PROJECT = ['--project <code>', 'project of the account (required)'] as const;

const STATES: readonly State[] = [
  {
    noun: 'account',
    verb: 'show',
    description: 'budget, use and rest of every line, the plan, and the policy in force',
    example:
      'obligo account show --fiscal-year 2569 --project P01 --known-at 2026-03-31 --effective-to 2025-12-31',
    path: 'states/account',
    needed: ['fiscal-year', 'project'],
    flags: [PROJECT],
    queryOf: ({ project }) => ({ project }),
  },
  {
    noun: 'document',
    verb: 'list',
    description: 'the documents of an account with what is outstanding of each',
    example: 'obligo document list --fiscal-year 2569 --project P01 --effective-to 2025-12-31',
    path: 'states/documents',
    needed: ['fiscal-year', 'project'],
    flags: [PROJECT],
    queryOf: ({ project }) => ({ project }),
  },
  {
    noun: 'document',
    verb: 'show',
    description: 'the life of a document: request, order, acceptance, payment, and who approved',
    example: 'obligo document show --fiscal-year 2569 --project P01 --number P01-Q1 --known-at Q1-2569',
    path: 'states/documents',
    needed: ['fiscal-year', 'project', 'number'],
    flags: [PROJECT, ['--number <number>', 'number of the document (required)']],
    queryOf: ({ project, number }) => ({ project, document: number }),
  },
  {
    noun: 'kpi',
    verb: 'show',
    description: 'a KPI with target, plan, results and history; all KPIs when none is named',
    example: 'obligo kpi show --fiscal-year 2569 --kpi P08-K2 --known-at 2025-12-30',
    path: 'states/kpis',
    needed: ['fiscal-year'],
    flags: [
      ['--project <code>', 'only KPIs of this project'],
      ['--kpi <code>', 'the KPI; all when absent'],
    ],
    queryOf: ({ project, kpi }) => ({ project, kpi }),
  },
];

/** How single things stood, at any point of both axes. */
export function addStates(program: Command, io: Io, run: Run): void {
  for (const state of STATES) addState(program, state, io, run);
}

function addState(program: Command, state: State, io: Io, run: Run): void {
  const command = nounOf(program, state.noun)
    .command(state.verb)
    .option('--fiscal-year <year>', 'fiscal year: 2569 or FY2569 (required)');
  for (const [flag, words] of state.flags) command.option(flag, words);
  withAnswerFlags(withKnownAt(command))
    .description(state.description)
    .addHelpText('before', examples(state.example))
    .action(
      run((flags: StateFlags) => {
        need(flags, ...state.needed);
        const { fiscalYear } = periodOf(flags.fiscalYear, undefined);
        const query = { fiscalYear, ...state.queryOf(flags), ...pointOf(io, flags) };
        return ask(io, flags, { method: 'GET', path: state.path, query });
      }),
    );
}
