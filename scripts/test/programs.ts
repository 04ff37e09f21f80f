import { spawnSync } from 'node:child_process';
import { findChromium } from '../../apps/ledger/src/publishing/chromium.ts';

const BROWSER = 'chromium-headless-shell';

/** Whether there is a browser that suites use at its best: the one that is named, or one that was never made for windows. */
const isBrowserThere = (): boolean => {
  const found = findChromium(process.env['OBLIGO_CHROMIUM']);
  return found !== undefined && (process.env['OBLIGO_CHROMIUM'] !== undefined || found.endsWith(BROWSER));
};

/** What the suites run that npm does not bring, with the packages of Debian that have it: the first that there is. */
const PROGRAMS: readonly (readonly [debian: readonly string[], isThere: () => boolean])[] = [
  [[BROWSER, 'chromium'], isBrowserThere],
  [['poppler-utils'], () => runs('pdftotext', '-v')],
  [['haproxy'], () => runs('haproxy', '-v')],
  [['strace'], () => runs('strace', '-V')],
];

/**
 * Installs what is missing where that takes nobody's leave: as root, by apt-get. What cannot be installed shows in the
 * suites that are left out.
 */
export function bringPrograms(): void {
  const missing = PROGRAMS.filter(([, isThere]) => !isThere()).map(([packages]) => packages);
  if (missing.length === 0 || process.getuid?.() !== 0 || !runs('apt-get', '--version')) return;
  console.error(`Installing ${missing.map(([first]) => first).join(', ')} …`);
  apt('update', '-qq');
  // One after the other: a package that a system does not know would keep all others away.
  for (const packages of missing)
    packages.some((name) => apt('install', '-y', '-qq', '--no-install-recommends', name));
}

const runs = (program: string, argument: string): boolean =>
  spawnSync(program, [argument]).error === undefined;

function apt(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] }).status === 0;
}
