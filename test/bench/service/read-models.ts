import type { EventStore } from '#event-store';
import { Projector } from '#read-models';
import { ledgerBook } from '#verification';
import { readModelsOf } from '../../../apps/ledger/src/embedded/read-models-of.ts';

/** All read models that the service keeps, the findings of the audit rules among them, in a file. */
export const projectorOver = async (store: EventStore, file: string): Promise<Projector> =>
  new Projector({
    store,
    catalogue: ledgerBook.catalogue,
    projections: await readModelsOf(undefined),
    path: file,
  });
