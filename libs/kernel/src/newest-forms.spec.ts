import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { EventCatalogue, UnreadableEvent } from './catalogue.ts';
import { NewestForms } from './newest-forms.ts';

const older = {
  version: 1,
  replaced: 'The amount had another name',
  data: z.strictObject({ baht: z.string() }),
  upcast: (data: unknown) => ({ amount: (data as { baht: string }).baht }),
};
const catalogue = new EventCatalogue([
  {
    type: 'Paid',
    version: 2,
    category: 'budgetaccount',
    when: 'Money was paid',
    data: z.strictObject({ amount: z.string() }),
    older: [older],
  },
]);

const stored = (type: string, schemaVersion: number, data: unknown) => ({
  type,
  schemaVersion,
  data,
  metadata: { effectiveOn: '2025-12-30' },
  stream: 'budgetaccount-etda.2569.P01',
});

describe('the newest forms of events', () => {
  it('read events of the newest version without the catalogue, as it would', () => {
    const newest = new NewestForms(catalogue.versions, () => {
      throw new Error('it was asked');
    });
    const event = stored('Paid', 2, { amount: '1.00' });
    expect(newest.read(event)).toEqual(catalogue.read(event));
  });

  it('leave to it what is of an older version, of a newer one or unknown', () => {
    const newest = new NewestForms(catalogue.versions, () => catalogue);
    expect(newest.read(stored('Paid', 1, { baht: '1.00' })).data).toEqual({ amount: '1.00' });
    for (const event of [stored('Paid', 3, {}), stored('Painted', 1, {})]) {
      const words = (read: () => unknown): string => {
        try {
          return String(read());
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableEvent);
          return (error as Error).message;
        }
      };
      expect(words(() => newest.read(event))).toBe(words(() => catalogue.read(event)));
    }
  });
});
