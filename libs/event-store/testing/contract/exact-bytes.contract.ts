import { expect } from '@jest/globals';
import { encodeCanonical } from '../../src/canonical.ts';
import type { RecordedEvent } from '../../src/event-store.ts';
import type { ContractCases, OpenStore } from '../event-store-contract.ts';
import { collect, posting } from '../samples.ts';

async function stored(open: OpenStore, data: unknown): Promise<RecordedEvent> {
  const { store } = await open();
  await store.append({ stream: 'account-1', expected: 'none', events: [posting('a', { data })] });
  const [event] = await collect(store.readAll());
  if (!event) throw new Error('the event is not in the log');
  return event;
}

export const exactBytesContract: ContractCases = {
  'keeps amounts of 30 digits to the last one': async (open) => {
    const amount = '123456789012345678901234567890.12';
    const event = await stored(open, { amount, negative: `-${amount}` });
    expect(event.data).toEqual({ amount, negative: `-${amount}` });
  },

  'keeps a Thai or accented name in the normal form in which it was written': async (open) => {
    const [composed, decomposed] = ['Café'.normalize('NFC'), 'Café'.normalize('NFD')];
    const data = { composed, decomposed, thai: 'น้ำ กำกับ', [decomposed]: 1, [composed]: 2 };
    const event = await stored(open, data);
    expect(event.data).toEqual(data);
    expect(composed).not.toBe(decomposed);
    expect(Buffer.from(event.dataBytes)).toEqual(Buffer.from(encodeCanonical(data)));
  },

  'gives back the canonical bytes, from which the same bytes can be made again': async (open) => {
    const data = { z: [1, null, true, 'ก\u2028"\\\u0007😀'], a: { d: Number.MAX_SAFE_INTEGER, c: {} } };
    const event = await stored(open, data);
    expect(Buffer.from(event.dataBytes)).toEqual(Buffer.from(encodeCanonical(event.data)));
    expect(Buffer.from(event.metadataBytes)).toEqual(Buffer.from(encodeCanonical(event.metadata)));
    expect(Buffer.from(event.dataBytes).toString()).toMatch(/^\{"a":\{"c":\{\},"d":9007199254740991\},"z":/);
  },

  'keeps streams apart whose names differ only in the normal form': async (open) => {
    const { store } = await open();
    const names = ['account-é', 'account-é'].map((name, index) =>
      name.normalize(index === 0 ? 'NFC' : 'NFD'),
    );
    for (const [index, stream] of names.entries()) {
      await store.append({ stream, expected: 'none', events: [posting(`doc-${index}`)] });
    }
    const events = await collect(store.readAll());
    expect(events.map((event) => event.stream)).toEqual(names);
  },
};
