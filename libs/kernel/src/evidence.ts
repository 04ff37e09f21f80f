import { z } from 'zod';

/** How many files go with one posting. */
export const MOST_EVIDENCE = 20;

/**
 * A file that a posting rests on, by its digest. The file itself stays where it is: whoever has it can show that it
 * is this one.
 */
export const evidenceForm = z.strictObject({
  name: z.string().min(1).max(200).meta({ description: 'Name of the file' }),
  size: z.int().min(0).meta({ description: 'Size of the file', unit: 'byte' }),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: 'SHA-256 of the file, 64 hex digits' }),
  reference: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .meta({ description: 'Where the file is kept, or its number' }),
});

export type Evidence = z.output<typeof evidenceForm>;
