import { describe, expect, it } from '@jest/globals';
import { formOf, withAmounts } from './command-json.ts';
import { parseBaht, type Satang } from './money.ts';

interface Lend {
  readonly type: 'lend';
  readonly upTo?: Satang | undefined;
  readonly days: number;
}

describe('a command in the log', () => {
  const lend: Lend = { type: 'lend', upTo: parseBaht('400.50'), days: 3 };

  it('holds its amounts as decimal strings, and nothing that is absent', () => {
    const form = withAmounts<Lend>('upTo');
    expect(form.encode(lend)).toEqual({ type: 'lend', upTo: '400.50', days: 3 });
    expect(form.decode(form.encode(lend))).toEqual(lend);
    expect(form.encode({ ...lend, upTo: undefined })).toEqual({ type: 'lend', days: 3 });
  });

  it('is JSON as it is where nothing else is said', () => {
    expect(formOf<Lend>({}).encode(lend)).toEqual(lend);
  });
});
