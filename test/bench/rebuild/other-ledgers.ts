import { spawnSync } from 'node:child_process';

/** Milliseconds that the program `ledger` takes for its quarterly report; nothing where it is not installed. */
export function quarterlyReportOfLedger(journal: string): number | undefined {
  const started = performance.now();
  const { error, status, stderr } = spawnSync(
    'ledger',
    ['--init-file', '/dev/null', '-f', journal, 'register', '--quarterly', '^Disbursed', '^Committed'],
    { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  );
  if (error !== undefined) return undefined;
  if (status !== 0) throw new Error(`ledger: ${stderr}`);
  return performance.now() - started;
}
