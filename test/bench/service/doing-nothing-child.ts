/**
 * The service with an endpoint that decides and stores nothing: everything before it and behind it is as it is in
 * earnest. The receipt that it answers comes in `BENCH_RECEIPT`. Started with the arguments of the service.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Receipt } from '#posting';
import type * as AccountPosting from '../../../apps/ledger/src/budget/account-poster.ts';
import type * as Posting from '../../../apps/ledger/src/posting/poster.ts';
import type * as Serving from '../../../apps/ledger/src/serve.ts';

const built = (file: string): string =>
  pathToFileURL(path.join(import.meta.dirname, '../../../dist/apps/ledger/src', file)).href;

const { AccountPoster } = (await import(built('budget/account-poster.js'))) as typeof AccountPosting;
const { sendReceipt } = (await import(built('posting/poster.js'))) as typeof Posting;
const receipt = JSON.parse(process.env['BENCH_RECEIPT'] ?? '{}') as Receipt;

let waiting: (() => void)[] = [];

/** Answers that are due are given together on the next turn of the loop, as those are that shared a commit. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.length === 0) setImmediate(answerAll);
    waiting.push(resolve);
  });
}

function answerAll(): void {
  const due = waiting;
  waiting = [];
  for (const answer of due) answer();
}

AccountPoster.prototype.post = async (_request, reply) => {
  await nextTurn();
  sendReceipt(reply, receipt);
};
// As it was compiled: what is packed has a poster of its own.
const { endBecauseOf, serve } = (await import(built('serve.js'))) as typeof Serving;
serve().catch(endBecauseOf);
