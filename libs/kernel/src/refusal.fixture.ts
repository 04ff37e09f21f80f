import { type Refusal, RefusalError } from './refusal.ts';

/** The refusal that a call throws; a failure of another sort goes through, and so does success. */
export function refusalThrownBy(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
  throw new Error('nothing was refused');
}
