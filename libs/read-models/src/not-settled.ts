import { isOfTheMachine } from '#event-store/folding';
import { messageOf } from '#kernel/folding';
import type { OpenProjection } from './projection.ts';
import { ProjectionStopped, type StoppedAt } from './projection-stopped.ts';

/** A read model cannot write what it held back of a page: one of its events is to blame, and it is not known which. */
export class NotSettled extends Error {
  readonly readModel: string;

  constructor(readModel: string, cause: unknown) {
    super(`${readModel} cannot write what it held back: ${messageOf(cause)}`, { cause });
    this.name = 'NotSettled';
    this.readModel = readModel;
  }
}

/** Where the page was of this event alone, it is to blame. */
export const stoppedBy = (event: StoppedAt, { cause, readModel }: NotSettled): ProjectionStopped =>
  new ProjectionStopped(event, cause, readModel);

/** Has read models write what they hold back. Throws `NotSettled`, or what the machine refuses whatever is written. */
export function settle(writers: readonly OpenProjection[]): void {
  for (const { projection, writer } of writers) {
    try {
      writer.settle?.();
    } catch (error) {
      throw isOfTheMachine(error) ? error : new NotSettled(projection.name, error);
    }
  }
}
