import { existsSync, readFileSync } from 'node:fs';

/**
 * The most that this process held in memory at any time, its threads included, in KiB. What it counts itself includes what
 * its parent had when it began; Linux tells the two apart.
 */
export function peakKibibytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}
