import {
  type ApprovalState,
  type ControlPolicy,
  type ControlState,
  DEFAULT_POLICY,
  type PeriodsState,
} from '#control';
import type { DecisionContext } from '#kernel';

/** What a decision on an account sees beside the account. What is absent is not set up: then the defaults hold. */
export interface AccountContext extends DecisionContext {
  /** Policy and duties of the organisation. */
  readonly control?: ControlState | undefined;
  /** The periods of the account's fiscal year. */
  readonly periods?: PeriodsState | undefined;
  /** The document that waited for other eyes, when this command comes from one. */
  readonly approval?: ApprovalState | undefined;
}

export const policyOf = ({ control }: AccountContext): ControlPolicy => control?.policy ?? DEFAULT_POLICY;

/** Everybody whose name stands behind the command: who posts it, and who made and approved its document. */
export function namesBehind({ actor, approval }: AccountContext): string[] {
  const names = [actor, approval?.maker, ...(approval?.given ?? []).map(({ by }) => by)];
  return [...new Set(names.filter((name) => name !== undefined))];
}

/**
 * Who must be allowed to post: the maker of the document when there is one, else the one who asks. Nobody when a
 * refused or withdrawn document gives its money back: that is always let in.
 */
export function makerBehind({ actor = '', approval }: AccountContext): string | undefined {
  if (approval === undefined || approval.status === 'unknown') return actor;
  return approval.status === 'refused' || approval.status === 'withdrawn' ? undefined : approval.maker;
}
