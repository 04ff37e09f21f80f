/** Stands for what only JSON itself knows how to write. */
const OTHER = Symbol('other');

/**
 * A copy of a value as JSON gives it back, without the way through its text where the value is made of plain objects, lists
 * and scalars: members without a value are left out. Throws where JSON does.
 */
export function plainJson<Value>(value: Value): Value {
  const copied = copyOf(value);
  return (copied === OTHER ? JSON.parse(JSON.stringify(value)) : copied) as Value;
}

function copyOf(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : OTHER;
    case 'object':
      if (value === null) return value;
      return Array.isArray(value) ? copyOfList(value) : copyOfObject(value);
    default:
      return OTHER;
  }
}

function copyOfList(list: readonly unknown[]): unknown {
  const copied: unknown[] = [];
  for (const item of list) {
    const own = copyOf(item);
    if (own === OTHER) return OTHER;
    copied.push(own);
  }
  return copied;
}

function copyOfObject(value: object): unknown {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return OTHER;
  const copied: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const own = copyOf(member);
    // Assigned, the prototype would be changed; written as JSON, it is a name like any other.
    if (own === OTHER || name === '__proto__') return OTHER;
    copied[name] = own;
  }
  return copied;
}
