/** A thread that writes the rows of one append after the other into a ledger, each append in one transaction. */
import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { openLedgerFile } from '../open-ledger-file.ts';
import { SqliteLog } from '../sqlite-log.ts';
import { AppendInParts } from './append-in-parts.ts';
import { type Answer, type Order, READY } from './orders.ts';

const { file } = workerData as { readonly file: string };
// Opening a file that is missing would make a new ledger.
if (!existsSync(file)) throw new Error(`${file} is missing`);
const log = new SqliteLog(openLedgerFile(file, false), file);
let append = new AppendInParts(log);

parentPort?.on('message', (order: Order | 'close') => {
  if (order === 'close') {
    append.undo();
    log.close();
    parentPort?.close();
    return;
  }
  if (order.kind === 'rows') {
    append.add(order);
    return;
  }
  const answer: Answer = order.kind === 'commit' ? append.commit(order) : append.undo();
  append = new AppendInParts(log);
  parentPort?.postMessage(answer);
});
parentPort?.postMessage(READY);
