/** A time-stamping authority of its own for tests: openssl behind a small server on this machine. */
export { TestAuthority } from './test-authority.ts';
