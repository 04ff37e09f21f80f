import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Bench } from './harness/bench.ts';
import { figure, ratioAtMost } from './harness/figure.ts';
import { copyOfHistory } from './service/kept-history.ts';
import { rawBytes } from './support/raw-sqlite.ts';
import { inScratchFolder } from './support/scratch-folder.ts';

const MEBIBYTE = 2 ** 20;

/** Bytes of every file of a data folder, what runs ahead of its databases brought in. */
function bytesOf(folder: string): Map<string, number> {
  const databases = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
  for (const name of databases) {
    const database = new DatabaseSync(path.join(folder, name));
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
  }
  return new Map(readdirSync(folder).map((name) => [name, statSync(path.join(folder, name)).size]));
}

const bench: Bench = {
  asks: 'How much disk does a ledger take with all its read models, against the bytes of its events?',
  run: (context) =>
    inScratchFolder(async (folder) => {
      const data = path.join(folder, 'history');
      await copyOfHistory(context, context.number('postings', 100_000, 400), data, 'modelled');
      const sizes = bytesOf(data);
      const raw = rawBytes(path.join(data, 'ledger.sqlite')) / MEBIBYTE;
      const all = [...sizes.values()].reduce((sum, size) => sum + size, 0) / MEBIBYTE;
      const parts = [...sizes].filter(([, size]) => size / MEBIBYTE > all / 100);
      return [
        figure({
          name: 'all files, against data and metadata of the events',
          unit: 'MiB',
          runs: [all],
          ceiling: [raw],
          target: ratioAtMost(2.5),
        }),
        ...parts.map(([name, size]) =>
          figure({ name: `of that ${name}`, unit: 'MiB', runs: [size / MEBIBYTE], ceiling: [raw] }),
        ),
      ];
    }),
};

export default bench;
