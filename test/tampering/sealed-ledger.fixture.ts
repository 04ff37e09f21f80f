import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { obligoWith, SAMPLE } from '../../apps/cli/testing/obligo.fixture.ts';

const PASSWORD = 'correct horse battery staple';

async function obligo(stdin: string, ...argv: readonly string[]): Promise<void> {
  const { code, err } = await obligoWith({ stdin: () => Promise.resolve(stdin) }, ...argv);
  if (code !== 0) throw new Error(`obligo ${argv.join(' ')} ended with ${code}: ${err}`);
}

export interface SealedLedger {
  readonly data: string;
  readonly bundle: string;
  /** The same ledger as it was sealed before the last postings, whole in itself. */
  readonly earlier: { readonly data: string; readonly bundle: string };
}

/** A ledger with the sample, postings of several days and an administrator, sealed more than once; and its bundle. */
export async function sealedLedger(folder: string): Promise<SealedLedger> {
  const [data, bundle] = [join(folder, 'D'), join(folder, 'B')];
  const earlier = { data: join(folder, 'earlier/D'), bundle: join(folder, 'earlier/B') };
  await obligo('', 'import', SAMPLE, '--data', data);
  cpSync(data, earlier.data, { recursive: true });
  await obligo('', 'export', 'log', '--data', earlier.data, '--out', earlier.bundle);
  for (const [order, amount] of ['1200.50', '88000.00', '5.25'].entries()) {
    const day = `2026-05-0${order + 1}`;
    const number = ['--commitment', `PO-${order}`, '--amount', amount, '--effective-on', day];
    const line = ['--fund-source', 'annual-appropriation', '--category', 'unclassified'];
    const account = ['--organisation', 'etda', '--fiscal-year', '2569', '--project', `P0${order + 1}`];
    await obligo('', 'commitment', 'make', '--data', data, ...account, ...line, ...number);
  }
  await obligo(PASSWORD, 'set-up', '--data', data, '--name', 'admin', '--password-file', '-');
  await obligo('', 'export', 'log', '--data', data, '--out', bundle);
  return { data, bundle, earlier };
}

/** The same history, written by somebody who has the name of the ledger and a key of his own; gives its bundle. */
export async function forgedLedger(folder: string, origin: string): Promise<string> {
  const [data, bundle] = [join(folder, 'forged/D'), join(folder, 'forged/B')];
  const env = { OBLIGO_ORIGIN: origin };
  for (const words of [
    ['import', SAMPLE, '--data', data],
    ['export', 'log', '--data', data, '--out', bundle],
  ]) {
    const { code, err } = await obligoWith({ env }, ...words);
    if (code !== 0) throw new Error(`obligo ${words.join(' ')} ended with ${code}: ${err}`);
  }
  return bundle;
}
