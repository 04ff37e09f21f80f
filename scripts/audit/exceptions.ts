import { z } from 'zod';

/** An advisory that may stay open for a while: scripts/audit/exceptions.json. */
export type Exception = z.infer<typeof exceptions>[number];

const exceptions = z.array(
  z.strictObject({
    advisory: z
      .string()
      .regex(/^GHSA(?:-[0-9a-z]{4}){3}$|^\d+$/, 'the id of an advisory, such as GHSA-xvch-5gv4-984h'),
    package: z.string().min(1),
    /** Why it does not reach the product, or what is done meanwhile. */
    why: z.string().trim().min(20, 'a reason that others can judge, of 20 characters or more'),
    /** The last day it holds. */
    until: z.iso.date('a day such as 2026-03-31'),
  }),
);

/** Reads the list. Throws an error that names every fault in it. */
export function readExceptions(text: string): readonly Exception[] {
  const read = exceptions.safeParse(JSON.parse(text));
  if (!read.success) throw new Error(`The list of exceptions is wrong.\n${z.prettifyError(read.error)}`);
  const keys = read.data.map((entry) => `${entry.advisory} in ${entry.package}`);
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
  if (twice.length > 0) throw new Error(`The list of exceptions names ${twice.join(', ')} twice.`);
  return read.data;
}
