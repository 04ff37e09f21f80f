import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';

/** That without a window first: it prints the same with a quarter less work. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const START_MS = 60_000;

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The browser of this machine: the one that is named, else one on the path; nothing where there is none. */
export function findChromium(
  named: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  if (named !== undefined && named !== '') return isProgram(named) ? named : undefined;
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

/** Starts a browser without a window. */
export async function launchChromium(executablePath: string): Promise<Browser> {
  // Loaded with the first browser: a service that starts needs none.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    timeout: START_MS,
    // The sandbox of Chromium does not work for the superuser, whom containers often have.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}
