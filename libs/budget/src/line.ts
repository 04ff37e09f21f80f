import { fields } from '#kernel';
import { z } from 'zod';

/** A line of a budget account: where the money comes from and what it may be spent on. */
export interface Line {
  readonly fundSource: string;
  readonly category: string;
}

export const lineSchema = z
  .strictObject({
    fundSource: fields.code('Fund source, such as annual-appropriation'),
    category: fields.code('Expenditure category, such as operating'),
  })
  .meta({ description: 'The line of the account: fund source and expenditure category' });

/** The line as a key: codes may hold a slash, but never a line break. */
export const lineKey = (line: Line): string => `${line.fundSource}\n${line.category}`;

/** The line in words, for messages. */
export const lineName = (line: Line): string => `${line.fundSource}/${line.category}`;
