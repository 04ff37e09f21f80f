/** A place in settings: names of members, and numbers of list entries. */
export type Path = readonly (string | number)[];

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a place; nothing where there is no such place. */
export function valueAt(settings: unknown, path: Path): unknown {
  let value = settings;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)] as unknown;
    else if (isPlain(value)) value = value[step];
    else return undefined;
  }
  return value;
}

/** The settings with another value at a place. `undefined` takes the member out, and groups that it leaves empty. */
export function withValueAt(settings: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(settings)) {
    return settings.map((each: unknown, at) => (at === step ? withValueAt(each, rest, value) : each));
  }
  const before: Plain = isPlain(settings) ? settings : {};
  const { [step]: old, ...others } = before;
  const changed = withValueAt(old, rest, value);
  const isGone = changed === undefined || (isPlain(changed) && Object.keys(changed).length === 0);
  if (isGone) return others;
  return step in before
    ? Object.fromEntries(Object.entries(before).map(([name, each]) => [name, name === step ? changed : each]))
    : { ...before, [step]: changed };
}

/** Whether two values say the same, whatever the order of their members. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isPlain(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name])]));
}
