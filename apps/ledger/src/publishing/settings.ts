import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SlideMaster } from '#board-report';
import { z } from 'zod';

/** How reports are printed and what they look like. */
export interface PublishingSettings {
  /** The browser that prints; looked for on the path when absent. */
  readonly chromium?: string | undefined;
  /** Name, colour and logo of the organisation; its registered name and a plain blue when absent. */
  readonly master?: ReportMaster | undefined;
}

export type ReportMaster = Partial<Pick<SlideMaster, 'name'>> & Pick<SlideMaster, 'colour' | 'logo'>;

const DEFAULT_COLOUR = '#1864ab';
export const DEFAULT_MASTER: ReportMaster = { colour: DEFAULT_COLOUR };

const PICTURES: Readonly<Record<string, 'image/png' | 'image/jpeg'>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};

const master = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour such as #1864ab')
    .default(DEFAULT_COLOUR),
  logo: z
    .string()
    .refine((file) => path.extname(file).toLowerCase() in PICTURES, 'expected a PNG or JPEG file')
    .optional(),
});

/** Reads the file with the looks of the organisation; the logo lies beside it. Throws an error that names the file. */
export function readMaster(file: string): ReportMaster {
  const read = master.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  const { name, colour, logo } = read.data;
  const type = PICTURES[path.extname(logo ?? '').toLowerCase()];
  return {
    ...(name === undefined ? {} : { name }),
    colour,
    ...(logo === undefined || type === undefined
      ? {}
      : { logo: { type, bytes: readFileSync(path.resolve(path.dirname(file), logo)) } }),
  };
}
