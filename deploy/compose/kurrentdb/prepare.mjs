/**
 * Makes the user of the ledger in KurrentDB, and sets what everybody may do: the user of the ledger reads and appends, the
 * whole log included; nobody but administrators deletes a stream or changes what is said about it. Run again, it changes
 * nothing. Who administrates the database can still do all of it: the ledger watches, and raises an alarm.
 */
import { readFileSync } from 'node:fs';
import { jsonEvent, KurrentDBClient } from '@kurrent/kurrentdb-client';

const {
  KURRENTDB_NODES: nodes = '',
  KURRENTDB_USER: user = 'obligo',
  KURRENTDB_USER_PASSWORD_FILE: passwordFile = '',
  KURRENTDB_DEFAULT_ADMIN_PASSWORD: adminPassword = '',
  NODE_EXTRA_CA_CERTS: authority = '',
} = process.env;

const WAIT_MS = 1_000;
const TRIES = 60;

/** Answers of a node before the cluster has a leader say nothing; ask until one does. */
async function asked(path, options = {}) {
  const addresses = nodes.split(',');
  const credentials = Buffer.from(`admin:${adminPassword}`).toString('base64');
  const headers = { 'content-type': 'application/json', authorization: `Basic ${credentials}` };
  for (let attempt = 0; ; attempt += 1) {
    const address = addresses[attempt % addresses.length];
    try {
      const response = await fetch(`${address}${path}`, { ...options, headers });
      if (response.status < 500) return response.status;
      if (attempt === TRIES) throw new Error(`${address}${path} answers ${response.status}`);
    } catch (error) {
      if (attempt === TRIES) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}

async function makeUser() {
  if ((await asked(`/users/${user}`)) === 200) return `the user ${user} is there`;
  const password = readFileSync(passwordFile, 'utf8').trim();
  const body = JSON.stringify({ LoginName: user, FullName: 'Ledger', Groups: [], Password: password });
  const status = await asked('/users/', { method: 'POST', body });
  // Two that prepare at once: one makes it, the other finds it.
  if (status !== 201 && status !== 409) throw new Error(`the user ${user} was not made: status ${status}`);
  return `made the user ${user}`;
}

const ADMINISTRATORS = '$admins';
const RIGHTS = {
  $userStreamAcl: { $r: user, $w: user, $d: ADMINISTRATORS, $mr: user, $mw: ADMINISTRATORS },
  $systemStreamAcl: {
    $r: ADMINISTRATORS,
    $w: ADMINISTRATORS,
    $d: ADMINISTRATORS,
    $mr: ADMINISTRATORS,
    $mw: ADMINISTRATORS,
  },
};

async function setRights() {
  const hosts = nodes.replaceAll('https://', '');
  const login = `admin:${encodeURIComponent(adminPassword)}`;
  const client = KurrentDBClient.connectionString(
    `kurrentdb://${login}@${hosts}?tls=true&tlsCaFile=${encodeURIComponent(authority)}`,
  );
  try {
    const standing = await lastOf(client, '$settings');
    if (JSON.stringify(standing) !== JSON.stringify(RIGHTS))
      await client.appendToStream('$settings', jsonEvent({ type: 'update-default-acl', data: RIGHTS }));
    const { metadata } = await client.getStreamMetadata('$all');
    if (metadata?.acl?.readRoles?.includes(user) !== true)
      await client.setStreamMetadata('$all', { acl: { readRoles: [ADMINISTRATORS, user] } });
  } finally {
    await client.dispose();
  }
  return `${user} reads and appends; ${ADMINISTRATORS} alone delete and change metadata`;
}

async function lastOf(client, stream) {
  try {
    const options = { direction: 'backwards', fromRevision: 'end', maxCount: 1 };
    for await (const { event } of client.readStream(stream, options)) return event?.data;
  } catch (error) {
    if (error.type !== 'stream-not-found') throw error;
  }
  return undefined;
}

process.stdout.write(`${await makeUser()}\n${await setRights()}\n`);
