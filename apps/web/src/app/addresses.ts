import { parseSearchWith, stringifySearchWith } from '@tanstack/react-router';

/** Reads what only JSON can say, such as the address of a figure; everything else stands in an address as it is. */
function structured(text: string): unknown {
  if (!/^[{[]/.test(text)) throw new SyntaxError('a plain text');
  return JSON.parse(text);
}

/** What stands behind the question mark of an address, as people can read and type it: `known=190`. */
export const readSearch = parseSearchWith(structured);
export const writeSearch = stringifySearchWith((value) => JSON.stringify(value), structured);
