import { pino } from 'pino';
import { messageOf, RefusalError } from '#kernel';
import { unknownSettings } from '../../ledger/src/settings.ts';
import { readConfig } from './config.ts';
import { operate } from './operate.ts';
import { runProjector } from './run-projector.ts';
import { usage } from './settings.ts';

/** Follows the log until it is told to stop, or does what an operator asks for. */
async function main(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env);
  if (!config) {
    process.stdout.write(`${usage()}\n`);
    return;
  }
  if (config.command !== 'run') {
    process.stdout.write(`${await operate(config.command, config)}\n`);
    return;
  }
  const logger = pino({ level: config.logLevel, name: 'obligo-projector' });
  for (const name of unknownSettings(process.env))
    logger.warn({ event: 'setting-unknown', name }, `${name} is no setting: it is not used`);
  const running = await runProjector(config, logger);
  logger.info({ event: 'started', url: running.url }, 'health and metrics can be asked');
  stopOnSignal(async () => {
    await running.stop();
    logger.info({ event: 'stopped' }, 'stopped');
  });
}

/** Stops once, whatever arrives; a second signal does not wait. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      void stop().then(
        () => process.exit(signal === 'SIGINT' ? 130 : 0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: unknown) => {
  const known = error instanceof RefusalError;
  const message = messageOf(error);
  process.stderr.write(`${known ? `refused (${error.refusal.code}): ${message}` : message}\n`);
  process.exit(known && error.refusal.kind === 'invalid' ? 2 : 1);
});
