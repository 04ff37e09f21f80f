import { NUMBER, type Request } from './orders.ts';

const WIDTH = NUMBER.length;

/**
 * The bytes of a request, made once; only the digits of its number change from one to the next. A client that builds
 * its requests anew takes processor time that the service is to be measured with.
 */
export class NumberedRequest {
  readonly #bytes: Buffer;
  readonly #places: readonly number[];

  constructor({ method, path, headers, body }: Request, host: string) {
    const lines = [
      `${method} ${path} HTTP/1.1`,
      `Host: ${host}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ...(body === ''
        ? []
        : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`]),
    ];
    this.#bytes = Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
    this.#places = placesOf(this.#bytes);
  }

  /** The bytes with this number in them; valid until the next call. */
  with(number: number): Buffer {
    const digits = String(number).padStart(WIDTH, '0');
    for (const place of this.#places) this.#bytes.write(digits, place, 'latin1');
    return this.#bytes;
  }
}

function placesOf(bytes: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(NUMBER); at >= 0; at = bytes.indexOf(NUMBER, at + WIDTH)) places.push(at);
  return places;
}
