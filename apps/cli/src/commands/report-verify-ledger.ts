import type { ReportReceipt, Sealing } from '#audit-trail';
import type { Connection, Reply } from '../connection/connection.ts';
import { sha256 } from './report-receipt.ts';
import { differencesOf } from './report-verify-differences.ts';

export interface Difference {
  readonly code: 'published-differs' | 'log-shorter' | 'log-differs' | 'report-refused' | 'report-differs';
  readonly message: string;
  /** Cells or lines. */
  readonly differences?: readonly string[];
}

export interface Comparison {
  /** Whether the report has the same bytes again, and the log is the one that it was made from. */
  readonly same: boolean;
  readonly findings: readonly Difference[];
  /** What else is worth knowing, such as another version of a projection. */
  readonly notes: readonly string[];
}

export interface Compared {
  readonly receipt: ReportReceipt;
  readonly sealing: Sealing;
  /** The bytes as published. */
  readonly published: Uint8Array | undefined;
}

interface LogRoots {
  readonly roots: readonly { readonly root: string | null; readonly position: string | null }[];
}

/** Makes the report again and compares everything that the receipt says. */
export async function compareWithLedger(connection: Connection, compared: Compared): Promise<Comparison> {
  const { receipt } = compared;
  const log = await compareLog(connection, compared);
  const query = { ...receipt.query, knownAt: log.position ?? receipt.log.position };
  const reply = await connection.send({ method: 'GET', path: `reports/${receipt.report}`, query });
  const text = reply.status < 400 ? withVersionOf(receipt, reply) : undefined;
  const findings = [
    ...publishedDiffers(compared, text),
    ...log.findings,
    ...(text === undefined ? [refused(reply)] : reportDiffers(compared, text)),
  ];
  const notes = [...log.notes, ...versionNotes(receipt, reply)];
  return { same: findings.length === 0, findings, notes };
}

function publishedDiffers(
  { receipt: { bytes }, published }: Compared,
  text: string | undefined,
): Difference[] {
  if (published === undefined || sha256(published) === bytes.sha256) return [];
  const message =
    `The published file has ${published.length} bytes and the SHA-256 ${sha256(published)}; the receipt is about ` +
    `${bytes.length} bytes with ${bytes.sha256}.`;
  const differences = text === undefined ? [] : differencesOf(textOf(published), text, bytes.type);
  return [{ code: 'published-differs', message, differences }];
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

interface LogComparison {
  readonly findings: readonly Difference[];
  readonly notes: readonly string[];
  /** Where the events of the report end in this ledger. */
  readonly position?: string | undefined;
}

/** Roots computed from the events that are stored now, at the sizes of the report and of its checkpoint. */
async function compareLog(
  connection: Connection,
  { receipt: { log }, sealing }: Compared,
): Promise<LogComparison> {
  const { size, root } = sealing.checkpoint;
  const query = { sizes: `${log.events},${size}` };
  const reply = await connection.send({ method: 'GET', path: 'receipts/log-roots', query });
  if (reply.status >= 400) {
    return {
      findings: [],
      notes: [`The events of the log were not checked: ${reasonOf(reply)}`],
    };
  }
  const [reported, sealed] = (JSON.parse(reply.text) as LogRoots).roots;
  const findings = [
    ...rootDiffers(log.events, log.root, reported?.root, 'the report was made from'),
    ...rootDiffers(size, Buffer.from(root).toString('base64'), sealed?.root, 'its checkpoint seals'),
  ];
  const position = reported?.position ?? undefined;
  const moved = position !== undefined && position !== log.position;
  const notes = moved
    ? [`The log has moved: position ${log.position} of the receipt is ${position} here.`]
    : [];
  return { findings, notes, position };
}

function rootDiffers(
  events: number,
  said: string,
  now: string | null | undefined,
  what: string,
): Difference[] {
  if (now === said) return [];
  if (typeof now !== 'string') {
    return [{ code: 'log-shorter', message: `The log has fewer than the ${events} events that ${what}.` }];
  }
  const message = `The log is another: the ${events} events that ${what} had the root ${said}, and have ${now} here.`;
  return [{ code: 'log-differs', message }];
}

function reportDiffers({ receipt: { bytes }, published }: Compared, text: string): Difference[] {
  const now = Buffer.from(text);
  if (sha256(now) === bytes.sha256 && now.length === bytes.length) return [];
  const message =
    `The report has ${now.length} bytes and the SHA-256 ${sha256(now)} here; the receipt is about ${bytes.length} ` +
    `bytes with ${bytes.sha256}.`;
  if (published === undefined) {
    return [{ code: 'report-differs', message: `${message} The published file would show which cells.` }];
  }
  const isIt = sha256(published) === bytes.sha256;
  const differences = isIt ? differencesOf(textOf(published), text, bytes.type) : [];
  return [{ code: 'report-differs', message, differences }];
}

const refused = (reply: Reply): Difference => ({
  code: 'report-refused',
  message: `The report cannot be made again: ${reasonOf(reply)}`,
});

function reasonOf({ text }: Reply): string {
  const { code = '', detail = '' } = JSON.parse(text) as { code?: string; detail?: string };
  return `${detail} (${code})`;
}

/**
 * The report with the version of its projection that the receipt names, where it prints that: a projection that was
 * written anew must give the same figures, not the same number of itself.
 */
function withVersionOf({ bytes: { type }, projections }: ReportReceipt, { text, headers }: Reply): string {
  const [name = '', now = ''] = (headers['obligo-projection'] ?? '').split('/');
  const before = projections.find((one) => one.name === name)?.version;
  if (before === undefined || String(before) === now) return text;
  return type.startsWith('application/json')
    ? text.replace(
        `"name": "${name}",\n    "version": ${now}\n`,
        `"name": "${name}",\n    "version": ${before}\n`,
      )
    : text.replace(`; ${name} v${now}; `, `; ${name} v${before}; `);
}

/** Newer programs and projections must give the same bytes; when they do not, this is the first thing to know. */
function versionNotes({ software, projections }: ReportReceipt, { headers }: Reply): string[] {
  const version = headers['obligo-version'];
  const [name = '', now] = (headers['obligo-projection'] ?? '').split('/');
  const before = projections.find((one) => one.name === name)?.version;
  return [
    ...(version === undefined || version === software.version
      ? []
      : [`Made with version ${software.version} of the program, and again with ${version}.`]),
    ...(now === undefined || before === undefined || String(before) === now
      ? []
      : [`Made from version ${before} of the projection ${name}, and again from ${now}.`]),
  ];
}
