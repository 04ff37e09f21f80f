import { createCipheriv, createDecipheriv, createHmac, hash, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals secrets at rest with AES-256-GCM; bound to what they are of, so that none can be put in another's place. */
export class Box {
  readonly #key: Buffer;
  /** Derived, so that each key has one purpose (RFC 5869). */
  readonly #markKey: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
    this.#markKey = Buffer.from(hkdfSync('sha256', key, '', 'obligo marks', 32));
  }

  /** By what a text is recognised that is not to be kept; without the key nobody can try what it may have been. */
  mark(text: string): string {
    return createHmac('sha256', this.#markKey).update(text, 'utf8').digest('base64url');
  }

  seal(text: string, of: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv).setAAD(Buffer.from(of, 'utf8'));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  open(sealed: Uint8Array, of: string): string {
    const bytes = Buffer.from(sealed);
    const iv = bytes.subarray(0, IV_BYTES);
    const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, iv)
      .setAAD(Buffer.from(of, 'utf8'))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
      'utf8',
    );
  }
}

/** What is kept of a secret that only has to be recognised; it has 256 random bits, so one round is enough. */
export const digestOf = (secret: string): string => hash('sha256', secret, 'hex');

/** 256 random bits as text for an address or a header. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
