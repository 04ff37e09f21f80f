/** What a word may hold without being quoted in a shell. */
const PLAIN = /^[\w.,:@%+=/-]+$/;

const quoted = (text: string): string =>
  PLAIN.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

const flagOf = (name: string): string =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The line of the command line that prints the same figure: what was asked, at the position that was known. */
export function explainCommand(
  asked: Readonly<Record<string, string | number | boolean | undefined>>,
  position: bigint,
): string {
  const flags = [...Object.entries(asked), ['knownAt', String(position)] as const].flatMap(
    ([name, value]) => {
      if (value === undefined || value === false) return [];
      return value === true ? [flagOf(name)] : [flagOf(name), quoted(String(value))];
    },
  );
  return ['obligo', 'explain', ...flags].join(' ');
}
