/** The category stands before the first hyphen of the name of a stream. */
export const categoryOf = (stream: string): string => stream.slice(0, Math.max(0, stream.indexOf('-')));

/** The organisation stands first in the id of a stream. */
export function organisationOf(stream: string): string {
  const id = stream.slice(stream.indexOf('-') + 1);
  const end = id.indexOf('.');
  return end < 0 ? id : id.slice(0, end);
}
