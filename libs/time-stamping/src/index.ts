/**
 * Time-stamps of RFC 3161: somebody else vouches that a text existed at a time. Asks an authority over HTTP, and
 * checks its answers without a network, years later.
 */
export { timeStampRefusals } from './refusals.ts';
export { type ObtainedTimeStamp, requestTimeStamp, type TimeStampRequest } from './request-time-stamp.ts';
export { type TimeStamp, type TimeStampChecks, verifyTimeStamp } from './verify-time-stamp.ts';
