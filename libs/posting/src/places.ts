import { RefusalError } from '#kernel';

/** The refusal of one posting of a list, with its place there. */
export function atPlace({ refusal }: RefusalError, place: number): RefusalError {
  return new RefusalError({ ...refusal, details: { ...refusal.details, place } });
}
