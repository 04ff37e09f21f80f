import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const EXEC = `
const { DatabaseSync } = require('node:sqlite');
const { path, sql } = require('node:worker_threads').workerData;
const database = new DatabaseSync(path);
database.exec(sql);
database.close();`;

/** Runs SQL that takes long in a thread of its own, over a connection of its own. */
export async function execBeside(path: string, sql: string): Promise<void> {
  await once(new Worker(EXEC, { eval: true, workerData: { path, sql } }), 'exit');
}
