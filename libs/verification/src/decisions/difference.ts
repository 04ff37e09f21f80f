/** Where two JSON values differ, and what stands there; nothing when they are the same. */
export function differenceBetween(stored: unknown, decided: unknown, path: string): string | undefined {
  if (stored === decided) return undefined;
  if (!isContainer(stored) || !isContainer(decided) || Array.isArray(stored) !== Array.isArray(decided)) {
    return `${path} is ${shown(stored)}, and is decided to be ${shown(decided)}`;
  }
  // Names of both: what only one of them has differs too.
  const [theirs, ours] = [Object.keys(stored), Object.keys(decided)];
  for (const name of theirs) {
    const found = differenceBetween(stored[name], decided[name], `${path}.${name}`);
    if (found !== undefined) return found;
  }
  const missing = ours.length === theirs.length ? undefined : ours.find((name) => stored[name] === undefined);
  const added = missing === undefined ? undefined : decided[missing];
  return added === undefined
    ? undefined
    : `${path}.${missing ?? ''} is missing, and is decided to be ${shown(added)}`;
}

type Container = Readonly<Record<string, unknown>>;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

const MOST = 80;

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}
