import type { Command } from 'commander';
import type { Limits } from '#access';
import type { AnswerFlags } from '../../answer.ts';
import type { Io } from '../../io.ts';
import { wrongUse } from '../../settings.ts';
import { dayOf } from '../question.ts';

export interface LimitFlags extends AnswerFlags {
  readonly projects?: string;
  readonly fundSources?: string;
  readonly commands?: string;
  readonly upTo?: string;
  readonly first?: string;
  readonly last?: string;
}

/** What a role can be limited to. Its organisation is said by a flag alone: no setting narrows a role unseen. */
export const withLimits = (command: Command): Command =>
  command
    .optionsGroup('Limits of the role:')
    .option('--projects <codes>', 'only these projects, by commas')
    .option('--fund-sources <codes>', 'only money of these fund sources, by commas')
    .option('--commands <names>', 'only these commands, by commas: disburse, budgetaccount/*')
    .option('--up-to <amount>', 'at most so many baht in one posting, such as 500000.00')
    .option('--first <date>', 'first day on which it counts')
    .option('--last <date>', 'last day on which it counts')
    .option('--organisation <code>', 'only in this organisation');

/** The limits that flags say; nothing when they say none. */
export function limitsOf(io: Io, flags: LimitFlags): Limits | undefined {
  const { organisation, upTo, first, last, era } = flags;
  const limits: Limits = {
    organisation,
    projects: several('projects', flags.projects),
    fundSources: several('fund-sources', flags.fundSources),
    commands: several('commands', flags.commands),
    upTo,
    first: dayOf(io, first, era),
    last: dayOf(io, last, era),
  };
  return Object.values(limits).some((limit) => limit !== undefined) ? limits : undefined;
}

function several(flag: string, list: string | undefined): string[] | undefined {
  if (list === undefined) return undefined;
  const words = list.split(',').map((word) => word.trim());
  if (words.every((word) => word !== '')) return words;
  throw wrongUse(`--${flag} is "${list}"; expected words with commas between them, such as P01,P02.`);
}

/** Limits in words. */
export function saidLimits(limits: Limits | undefined): string {
  const { organisation, projects, fundSources, commands, upTo, first, last } = limits ?? {};
  const said = [
    organisation && `in ${organisation}`,
    projects && `projects ${projects.join(', ')}`,
    fundSources && `fund sources ${fundSources.join(', ')}`,
    commands && `commands ${commands.join(', ')}`,
    upTo && `up to ${upTo} baht`,
    first && `from ${first}`,
    last && `to ${last}`,
  ].filter((part) => typeof part === 'string');
  return said.length === 0 ? 'without limits' : said.join('; ');
}

export interface Role {
  readonly grant?: number;
  readonly role: string;
  readonly limits?: Limits;
}

/** A role with its limits, as a cell of a list. */
export const saidRoles = (roles: readonly Role[]): string =>
  roles
    .map(({ role, limits = {} }) =>
      Object.keys(limits).length === 0 ? role : `${role} (${saidLimits(limits)})`,
    )
    .join(', ');
