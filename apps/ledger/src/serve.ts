import { storageFailure } from '#event-store';
import { pathDenied, RefusalError } from '#kernel';
import { eventUnreadable } from '#posting';
import { listeningRefusal, startTelemetry, type Telemetry } from '#telemetry';
import { mustKeepDemoLocal } from './access/demo-accounts.ts';
import { readConfig, usage } from './config.ts';
import type { EmbeddedLedger } from './embedded/embedded-ledger.ts';
import { createLedger } from './ledger.ts';
import { builtPages } from './pages/serve-pages.ts';
import { notSealed } from './sealing/settings.ts';
import { unknownSettings } from './settings.ts';
import { Happenings } from './telemetry/happenings.ts';
import { VERSION } from './version.ts';
import { Verifications } from './verifying/verifications.ts';

/** Serves a ledger until it is told to stop. */
export async function serve(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env);
  if (!config) {
    process.stdout.write(`${usage()}\n`);
    return;
  }
  const { host, port, otlp, metrics } = config;
  // Where standard error finds no room, as on a full disk, the service goes on without it.
  process.stderr.on('error', () => undefined);
  for (const name of unknownSettings(process.env))
    process.stderr.write(`note: ${name} is no setting: it is not used\n`);
  const happenings = new Happenings(config.logLevel);
  const telemetry = await startTelemetry({ service: 'obligo-ledger', version: VERSION, otlp, metrics });
  const ledger = await createLedger({
    ...config,
    access: config,
    create: true,
    purpose: 'serve',
    pages: builtPages(),
    onAlarm: (detail) => happenings.alarm(detail),
    telemetry,
  });
  try {
    mustKeepDemoLocal(await ledger.embedded.identities.people.list(), config);
    await ledger.app.listen(port, host);
  } catch (error) {
    await ledger.close();
    throw listeningRefusal(error, host, port);
  }
  const url = config.publicUrl ?? (await ledger.app.getUrl());
  ledger.embedded.folder.announce({ url });
  ledger.app.get(Verifications).every(config.verifyEvery);
  const { ofAnotherLog } = ledger.embedded.projector;
  if (ofAnotherLog) happenings.logIsAnother(ofAnotherLog);
  const { access, identities } = ledger.embedded;
  if (access.state.isSetUp && (await identities.people.isEmpty())) happenings.identitiesLost();
  ledger.embedded.follow((error) => {
    ledger.app.flushLogs();
    happenings.stopped(error);
  });
  const logs = { ledger: ledger.embedded.store, access: ledger.embedded.access.log };
  const stopWatching = ledger.embedded.isShared ? happenings.watch(logs) : undefined;
  process.stderr.write(
    `Obligo serves ${ledger.embedded.folder.dir}\n  pages    ${url}\n  API      ${url}/api/v1\n  try it   ${url}/docs\n${metricsLine(telemetry)}${await howToSetUp(ledger.embedded, url)}`,
  );
  stopOnSignal(async (signal) => {
    // Whoever stops it by hand has no proxy to wait for.
    if (signal === 'SIGTERM') await ledger.drain(config.drainSeconds * 1000);
    // What it lets go of by itself is not lost.
    stopWatching?.();
    const line = notSealed(await ledger.close());
    await telemetry.close();
    if (line !== undefined) process.stderr.write(`${line}\n`);
  });
}

const metricsLine = ({ metricsUrl }: Telemetry): string =>
  metricsUrl === undefined ? '' : `  metrics  ${metricsUrl}\n`;

/** The one-time code for the first administrator, while there is none; each start gives a new one. */
async function howToSetUp({ access, identities }: EmbeddedLedger, url: string): Promise<string> {
  if (access.state.isSetUp) return '';
  const { code } = await identities.setUp.issue();
  return `
Nobody may do anything yet. Name the first administrator within 24 hours:
  npm run -s obligo -- set-up --url ${url} --name admin
  one-time code  ${code}
`;
}

/** Stops once, whatever arrives; a second signal does not wait. */
function stopOnSignal(stop: (signal: NodeJS.Signals) => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      void stop(signal).then(
        () => process.exit(signal === 'SIGINT' ? 130 : 0),
        () => process.exit(1),
      );
    });
  }
}

/** Says in one sentence why it cannot serve, and ends the process: code 2 for what the operator set wrong. */
export function endBecauseOf(thrown: unknown): never {
  const error = storageFailure(thrown) ?? eventUnreadable(thrown) ?? pathDenied(thrown) ?? thrown;
  const known = error instanceof RefusalError;
  process.stderr.write(`${known ? `refused (${error.refusal.code}): ${error.message}` : String(error)}\n`);
  process.exit(known && error.refusal.kind === 'invalid' ? 2 : 1);
}
