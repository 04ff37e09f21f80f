import type { DemoUser } from './demo-users.ts';

const WHAT: Readonly<Record<DemoUser['role'], string>> = {
  administrator: 'accounts, roles and tokens; posts nothing',
  maker: 'posts',
  checker: 'approves what others made',
  'budget-owner': 'allocates, sets policy, closes periods, approves, publishes',
  auditor: 'reads everything, also who may what and who read what',
  reader: 'reads reports',
  operator: 'rebuilds projections',
};

/** Who can sign in, with which password, for what. */
export function usersTable(users: readonly DemoUser[]): string {
  const width = Math.max(...users.map(({ name }) => name.length));
  const rows = users.map(({ name, role, password }) => `  ${name.padEnd(width)}  ${password}  ${WHAT[role]}`);
  return ['Demo users of this folder, with the password that each signs in with', '', ...rows].join('\n');
}

/** A path as a shell takes it for one word. */
const quoted = (file: string): string =>
  /^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;

/** Where it is served, who can sign in, and what to try first. */
export function whereTo(at: string, data: string, users: readonly DemoUser[]): string {
  const auditor = users.find(({ role }) => role === 'auditor');
  return `
The ledger is served to this machine alone. Open it in a browser: ${at}

${usersTable(users)}

Why does quarter 1 differ between the two reports? In the browser, as demo-auditor:

  ${at}/compare?a=2025-12-30&b=2026-03-31&q=Q1&lang=en

Or in a second terminal:

  export OBLIGO_URL=${at} OBLIGO_TOKEN_FILE=${quoted(auditor?.tokenFile ?? '')}
  npm run -s obligo -- diff --fiscal-year 2569 --quarter Q1 --from 2025-12-30 --to 2026-03-31

  curl -H "Authorization: Bearer $(cat "$OBLIGO_TOKEN_FILE")" \\
    "$OBLIGO_URL/api/v1/reports/quarterly?fiscalYear=2569&quarter=Q1&knownAt=2025-12-30&format=csv"

${data}/demo-users has a token of each user, for twelve hours; ${at}/docs has every route.
Ctrl-C ends the demonstration. Its data stay in ${data}.`;
}
