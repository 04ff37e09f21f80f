import {
  describeOnControlledEventDatabase,
  describeOnEventDatabase,
  type ServerControl,
} from '#event-store/testing';

const DATABASES = ['kurrentdb', 'esdb'] as const;

/** A suite of whole processes for each event database; skipped under its name where there is no server of it. */
export function describeCluster(name: string, suite: (server: string) => void): void {
  for (const database of DATABASES) describeOnEventDatabase(database, `${name}, on ${database}`, suite);
}

/** The same where the suite kills and starts the server. */
export function describeClusterUnderFaults(
  name: string,
  suite: (server: string, control: ServerControl) => void,
): void {
  for (const database of DATABASES)
    describeOnControlledEventDatabase(database, `${name}, on ${database}`, suite);
}
