import type { CivilDate, Satang } from '#kernel';
import type { AuthorityCommand } from './authority/decide.ts';
import type { CashCommand } from './cash/decide.ts';
import type { CorrectQuarter } from './chain/correct.ts';
import type { ChainCommand } from './chain/decide.ts';
import type { YearEndCommand } from './year-end/decide.ts';

/** What may stand beside the facts of any command. */
export interface CommonFields {
  readonly reason?: string | undefined;
  /** Why a rule that stops is set aside; takes somebody whose duty it is. */
  readonly override?: string | undefined;
  /** Posts into a closed period, as a restatement with its reason and approval. */
  readonly restates?: boolean | undefined;
  /** The date on the document, where it lies outside the fiscal year. */
  readonly documentDate?: CivilDate | undefined;
  /** What the whole document comes to, when this command is one line of several. */
  readonly documentTotal?: Satang | undefined;
}

/** All that can be asked of a budget account. */
export type AccountCommand = AccountFacts & CommonFields;

/** A command without what may stand beside any. */
export type AccountFacts = AuthorityCommand | ChainCommand | CashCommand | CorrectQuarter | YearEndCommand;
