/** Which forms were recorded as what, so that whoever comes back to one is led to its receipt. */
const PREFIX = 'obligo.recorded.';
const MOST = 200;

/** The number that a form was recorded under, by its key. */
export const recordedAs = (key: string): string | undefined =>
  localStorage.getItem(`${PREFIX}${key}`) ?? undefined;

export function rememberRecorded(key: string, position: string): void {
  const known = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  for (const name of known.slice(0, Math.max(0, known.length - MOST))) localStorage.removeItem(name);
  localStorage.setItem(`${PREFIX}${key}`, position);
}
