/**
 * Takes away what a client wrote as `null` because it has nothing to say: the same as leaving it out. Goes into what a
 * class describes, and never into plain JSON that somebody keeps here.
 */
export function withoutNulls<Value>(value: Value): Value {
  if (Array.isArray(value)) value.forEach(withoutNulls);
  else if (isDescribed(value)) {
    for (const name of Object.keys(value)) {
      if (value[name] === null) Reflect.deleteProperty(value, name);
      else withoutNulls(value[name]);
    }
  }
  return value;
}

function isDescribed(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== null && prototype !== Object.prototype;
}
