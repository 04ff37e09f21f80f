import { type Instant, type Refusal, RefusalError } from '#kernel';
import type { Reading } from './reading.ts';

export const DAY_MS = 86_400_000;
export const NOON = Date.parse('2026-03-31T05:00:00.000Z');
export const instant = (ms: number): Instant => new Date(ms).toISOString() as Instant;

export const reading = (changed: Partial<Reading> = {}): Reading => ({
  at: instant(NOON),
  who: 'malee',
  via: 'session',
  address: '10.0.0.7',
  route: 'journal',
  method: 'GET',
  path: '/api/v1/journal',
  query: 'project=P01',
  position: '42',
  format: 'csv',
  status: 200,
  bytes: 1234,
  ...changed,
});

export async function refusalOf(work: () => Promise<unknown>): Promise<Refusal> {
  try {
    await work();
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
  throw new Error('nothing was refused');
}
