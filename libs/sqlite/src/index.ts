/** What every SQLite file that is written here needs, whatever it holds. */
export { describeSchema } from './describe-schema.ts';
export { JournalCopier } from './journal-copier.ts';
