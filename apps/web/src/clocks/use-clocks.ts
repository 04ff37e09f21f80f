import { useView } from '../app/view.ts';

/** The two clocks of the page. */
export interface Clocks {
  /** As known at; now when absent. */
  readonly known: string | undefined;
  /** Only what takes effect up to this day. */
  readonly effectiveTo: string | undefined;
  /** The page does not show all that is known now: nothing is posted from it. */
  readonly isPast: boolean;
  /** Both, as questions to the ledger carry them, and the organisation where the address names one. */
  readonly query: {
    readonly knownAt?: string;
    readonly effectiveTo?: string;
    readonly organisation?: string;
  };
}

/** The two clocks, as the address of the page says. */
export function useClocks(): Clocks {
  const { known, to, org } = useView();
  return {
    known,
    effectiveTo: to,
    isPast: known !== undefined,
    query: {
      ...(known === undefined ? {} : { knownAt: known }),
      ...(to === undefined ? {} : { effectiveTo: to }),
      ...(org === undefined ? {} : { organisation: org }),
    },
  };
}
