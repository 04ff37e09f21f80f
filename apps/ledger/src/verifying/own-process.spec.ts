import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyInChild } from './verify-in-child.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'obligo-own-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Fields of `/proc/…/stat` behind the name, from the state on (proc(5)). */
function statOf(place: string): string[] {
  try {
    const stat = readFileSync(`${place}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

/** The priorities of the threads of a process that this one began, once it has several. */
async function prioritiesOfChild(): Promise<number[]> {
  for (;;) {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      if (statOf(`/proc/${pid}`)[1] !== String(process.pid)) continue;
      const threads = readdirSync(`/proc/${pid}/task`).map(
        (thread) => statOf(`/proc/${pid}/task/${thread}`)[16],
      );
      // Those that help V8 are begun with it.
      if (threads.length > 4) return threads.map(Number);
    }
    await pause(5);
  }
}

describe('what takes long and runs beside the service', () => {
  const isLinux = process.platform === 'linux';

  (isLinux ? it : it.skip)('comes last with all its threads, so that postings come first', async () => {
    const stop = new AbortController();
    const { signal } = stop;
    const verified = verifyInChild({
      folder,
      keysFolder: '/nowhere.keys',
      auditRulesFile: undefined,
      onProgress: () => undefined,
      signal,
    });
    const priorities = await prioritiesOfChild();
    stop.abort();
    await verified;
    expect(new Set(priorities)).toEqual(new Set([constants.priority.PRIORITY_LOW]));
  });
});
