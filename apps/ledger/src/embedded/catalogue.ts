import { ledgerBook } from '#verification';

/** All events that this version writes and reads: of the one table that says who decides on them too. */
export const { catalogue } = ledgerBook;
