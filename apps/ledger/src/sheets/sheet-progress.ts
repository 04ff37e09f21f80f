import { Injectable } from '@nestjs/common';

/** How far a sheet has come. */
export interface SheetProgress {
  readonly decided: number;
  readonly of: number;
}

/** How far the sheets have come that are being posted now; forgotten with their answers. */
@Injectable()
export class SheetProgresses {
  readonly #running = new Map<string, SheetProgress>();

  /** Follows a run to its end. */
  async follow<T>(
    who: string,
    key: string,
    of: number,
    run: (decided: (count: number) => void) => Promise<T>,
  ): Promise<T> {
    const name = `${who}\n${key}`;
    this.#running.set(name, { decided: 0, of });
    try {
      return await run((decided) => this.#running.set(name, { decided, of }));
    } finally {
      this.#running.delete(name);
    }
  }

  /** Nothing when no such sheet is being posted. */
  of(who: string, key: string): SheetProgress | undefined {
    return this.#running.get(`${who}\n${key}`);
  }
}
