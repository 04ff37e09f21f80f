import { existsSync, readFileSync } from 'node:fs';

/**
 * The most that a process, by default this one, held in memory at any time, its threads included, in KiB. What it counts
 * itself includes what its parent had when it began; Linux tells the two apart, and other systems tell of this one alone.
 */
export function peakKibibytes(pid: number | 'self' = 'self'): number {
  const file = `/proc/${pid}/status`;
  const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}
