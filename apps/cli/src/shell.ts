/** A word as it is typed on a command line: quoted where the shell would take it apart. */
export function quoted(text: string): string {
  if (/^[\w.:/-]+$/.test(text)) return text;
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}
