/**
 * Takes away what a client wrote as `null` because it has nothing to say: the same as leaving it out, so that what the
 * class says where nothing is said holds. Goes into what a class describes, and never into plain JSON that somebody keeps
 * here.
 */
export function withoutNulls<Value>(value: Value): Value {
  if (Array.isArray(value)) value.forEach(withoutNulls);
  else if (isDescribed(value)) {
    for (const name of Object.keys(value)) {
      if (value[name] === null) leaveOut(value, name);
      else withoutNulls(value[name]);
    }
  }
  return value;
}

function leaveOut(value: Record<string, unknown>, name: string): void {
  const usual = (new (value.constructor as new () => object)() as Record<string, unknown>)[name];
  if (usual === undefined) Reflect.deleteProperty(value, name);
  else value[name] = usual;
}

function isDescribed(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== null && prototype !== Object.prototype;
}
