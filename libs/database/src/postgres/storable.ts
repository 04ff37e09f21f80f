/** A text of PostgreSQL cannot hold the character of code 0; it is kept as what stands for what cannot be shown. */
export const storable = (text: string): string =>
  text.includes('\0') ? text.replaceAll('\0', '\u{FFFD}') : text;
