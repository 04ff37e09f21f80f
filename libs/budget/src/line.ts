/** A line of a budget account: where the money comes from and what it may be spent on. */
export interface Line {
  readonly fundSource: string;
  readonly category: string;
}

/** The line as a key: codes may hold a slash, but never a line break. */
export const lineKey = (line: Line): string => `${line.fundSource}\n${line.category}`;

/** The line in words, for messages. */
export const lineName = (line: Line): string => `${line.fundSource}/${line.category}`;
