import { spawnSync } from 'node:child_process';
import { findChromium } from '../../apps/ledger/src/publishing/chromium.ts';

/** Where the browser of the suites is, or why there is none. */
export type Chromium = { readonly found: string } | { readonly whyNot: string };

/** What the suites in the browser need of Debian: the browser, and what reads a PDF back. */
const PACKAGES = ['chromium', 'poppler-utils'];

/** Finds the browser of the system, or installs one where that takes nobody's leave: as root, by apt-get. */
export function chromiumOrWhyNot(): Chromium {
  const there = findChromium(process.env['OBLIGO_CHROMIUM']);
  if (there !== undefined && has('pdftotext')) return { found: there };
  if (process.getuid?.() === 0 && has('apt-get')) {
    console.error(`Installing ${PACKAGES.join(' and ')} …`);
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...PACKAGES);
  }
  const found = findChromium(process.env['OBLIGO_CHROMIUM']);
  return found === undefined
    ? { whyNot: 'there is no Chromium: install one, or name it in OBLIGO_CHROMIUM' }
    : { found };
}

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

function apt(...args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // What cannot be installed shows in that there is no browser afterwards.
  spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
}
