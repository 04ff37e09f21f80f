import { notedOf } from './request-facts.ts';

/** The line of an answered request in the log, with what is known of it by then. */
export const answeredLine = (request: object, _response: object, line: object): object => ({
  ...line,
  ...notedOf(request),
});

/** The line of a request on which the service failed. */
export const failedLine = (request: object, response: object, _error: Error, line: object): object =>
  answeredLine(request, response, line);
