import { type Judgement, type Verdict } from './judge.ts';

/** The judgement as a short table with a sentence below; one line each. */
export function tableOf({ verdicts, expired, unused }: Judgement): string[] {
  const open = verdicts.filter(({ accepted }) => !accepted).length;
  const rows = verdicts.map((verdict) => {
    const { advisory, severity, package: name, title, fix } = verdict.finding;
    return [advisory, severity, name, stateOf(verdict), fix, title];
  });
  const header = ['advisory', 'severity', 'package', 'state', 'fix', 'title'];
  return [
    ...(rows.length > 0 ? [...aligned([header, ...rows]), ''] : []),
    ...expired.map(
      (entry) => `The exception for ${entry.advisory} in ${entry.package} ended on ${entry.until}.`,
    ),
    ...unused.map(
      (entry) => `The exception for ${entry.advisory} in ${entry.package} is not needed: remove it.`,
    ),
    `${open} open, ${verdicts.length - open} accepted among the packages of the product.`,
  ];
}

function stateOf({ exception, accepted }: Verdict): string {
  if (exception === undefined) return 'open';
  return accepted ? `accepted until ${exception.until}` : `open, accepted until ${exception.until}`;
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
