/** What it takes to look at files that others write. */
export { describeSchema } from './describe-schema.ts';
