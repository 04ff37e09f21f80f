import { z } from 'zod';

/** An advisory about a version of a package that is installed. */
export interface Finding {
  /** Such as GHSA-xvch-5gv4-984h; the number of the registry when the advisory has no such name. */
  readonly advisory: string;
  readonly package: string;
  readonly severity: string;
  readonly title: string;
  /** What to do about it, in a few words. */
  readonly fix: string;
}

/** Findings, or why there are none to judge. No answer is neither a finding nor an all-clear. */
export type Answer =
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  | { readonly kind: 'none'; readonly reason: string };

const advisory = z.object({
  source: z.union([z.number(), z.string()]),
  name: z.string(),
  title: z.string(),
  url: z.string().default(''),
  severity: z.string(),
});

const fix = z.union([
  z.boolean(),
  z.object({ name: z.string(), version: z.string(), isSemVerMajor: z.boolean() }),
]);

/** What `npm audit --json` prints since npm 7. A text in `via` names a package that has its own entry. */
const report = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.object({ via: z.array(z.union([z.string(), advisory])), fixAvailable: fix }),
  ),
});

/** What it prints instead when the registry refuses, fails or is away. */
const failure = z.object({
  message: z.string().optional(),
  error: z.object({ summary: z.string().default(''), detail: z.string().default('') }),
});

/** Reads what npm printed. Whatever is not a report gives no findings and is not taken for an empty one. */
export function readAnswer(text: string): Answer {
  const printed = parse(text);
  const read = report.safeParse(printed);
  if (read.success) {
    const vulnerable = Object.values(read.data.vulnerabilities);
    const findings = vulnerable.flatMap(({ via, fixAvailable }) =>
      via.filter((cause) => typeof cause !== 'string').map((cause) => findingOf(cause, fixOf(fixAvailable))),
    );
    return vulnerable.length > 0 && findings.length === 0
      ? none('npm names vulnerable packages without an advisory.')
      : { kind: 'findings', findings };
  }
  const failed = failure.safeParse(printed);
  if (!failed.success) return none('npm printed something else than the report of an audit.');
  const { message, error } = failed.data;
  return none([message, error.summary, error.detail].find((said) => said) ?? 'npm gives no reason.');
}

function none(reason: string): Answer {
  return { kind: 'none', reason };
}

function findingOf(cause: z.infer<typeof advisory>, remedy: string): Finding {
  return {
    advisory: /GHSA(?:-[0-9a-z]{4}){3}/.exec(cause.url)?.[0] ?? String(cause.source),
    package: cause.name,
    severity: cause.severity,
    title: cause.title,
    fix: remedy,
  };
}

function fixOf(available: z.infer<typeof fix>): string {
  if (available === true) return 'npm audit fix';
  if (available === false) return 'no fix yet';
  return `${available.name} ${available.version}${available.isSemVerMajor ? ' (breaking)' : ''}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
