/**
 * Asks the service in the same container: exit code 0 when it is well, 1 otherwise. Needs no curl in the image.
 *
 *   node healthcheck.mjs                 is the process alive?
 *   node healthcheck.mjs /health/ready   can it take work?
 */
import http from 'node:http';
import https from 'node:https';

const TIMEOUT_MS = 4_000;
const { OBLIGO_PORT: port = '8080', OBLIGO_TLS_CERT: certificate = '' } = process.env;
const [, , path = '/health/live'] = process.argv;
const options = { host: '127.0.0.1', port, path, timeout: TIMEOUT_MS };

// The certificate names the host that clients use, not the loopback that is asked here.
const request = certificate === '' ? http.get(options) : https.get({ ...options, rejectUnauthorized: false });

request.on('response', (response) => {
  response.resume();
  process.exitCode = response.statusCode === 200 ? 0 : 1;
  if (process.exitCode === 1) process.stderr.write(`${path} answers ${response.statusCode}\n`);
});
request.on('timeout', () => request.destroy(new Error(`no answer in ${TIMEOUT_MS} ms`)));
request.on('error', (error) => {
  process.stderr.write(`${path}: ${error.message}\n`);
  process.exitCode = 1;
});
