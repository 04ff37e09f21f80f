import { type Finding } from './answer.ts';
import { type Exception } from './exceptions.ts';

export interface Verdict {
  readonly finding: Finding;
  /** The exception for it, when there is one, whether it still holds or not. */
  readonly exception?: Exception;
  /** Nobody has to act before the exception ends. */
  readonly accepted: boolean;
}

export interface Judgement {
  readonly verdicts: readonly Verdict[];
  /** Exceptions that have run out; they fail the audit also when nothing needs them. */
  readonly expired: readonly Exception[];
  /** Exceptions that no finding needs. */
  readonly unused: readonly Exception[];
  readonly passed: boolean;
}

/** Holds the findings against the exceptions. `today` and the last day of an exception are calendar days. */
export function judge(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  today: string,
): Judgement {
  const holds = ({ until }: Exception) => today <= until;
  const verdicts = findings.map((finding): Verdict => {
    const exception = exceptions.find((entry) => covers(entry, finding));
    return exception === undefined
      ? { finding, accepted: false }
      : { finding, exception, accepted: holds(exception) };
  });
  const expired = exceptions.filter((entry) => !holds(entry));
  return {
    verdicts,
    expired,
    unused: exceptions.filter((entry) => !findings.some((finding) => covers(entry, finding))),
    passed: expired.length === 0 && verdicts.every(({ accepted }) => accepted),
  };
}

function covers(exception: Exception, finding: Finding): boolean {
  return exception.advisory === finding.advisory && exception.package === finding.package;
}
