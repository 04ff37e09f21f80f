/** What a browser remembers of its reader until the desk answers; the desk keeps it for all browsers. */
const KEY = 'obligo.shortcuts';

/** Whether keys lead to pages; on unless the reader switched them off. */
export const shortcutsAreOn = (): boolean => localStorage.getItem(KEY) !== 'off';

export function switchShortcuts(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off');
}
