/** What every SQLite file that is written here needs, whatever it holds. */
export * from './folding.ts';
export { JournalCopier } from './journal-copier.ts';
