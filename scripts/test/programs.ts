import { spawnSync } from 'node:child_process';
import { findChromium } from '../../apps/ledger/src/publishing/chromium.ts';

/** What the suites run that npm does not bring, with the package of Debian that has it. */
const PROGRAMS: readonly (readonly [debian: string, isThere: () => boolean])[] = [
  ['chromium', () => findChromium(process.env['OBLIGO_CHROMIUM']) !== undefined],
  ['poppler-utils', () => runs('pdftotext', '-v')],
  ['haproxy', () => runs('haproxy', '-v')],
  ['strace', () => runs('strace', '-V')],
];

/**
 * Installs what is missing where that takes nobody's leave: as root, by apt-get. What cannot be installed shows in the
 * suites that are left out.
 */
export function bringPrograms(): void {
  const missing = PROGRAMS.filter(([, isThere]) => !isThere()).map(([debian]) => debian);
  if (missing.length === 0 || process.getuid?.() !== 0 || !runs('apt-get', '--version')) return;
  console.error(`Installing ${missing.join(', ')} …`);
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...missing);
}

const runs = (program: string, argument: string): boolean =>
  spawnSync(program, [argument]).error === undefined;

function apt(...args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
}
