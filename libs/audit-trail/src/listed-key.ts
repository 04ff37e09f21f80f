import type { Instant, Refusal } from '#kernel';
import { isRefusal } from '#kernel';
import { isInstant } from './instant.ts';
import { formatVerifierKey, keyMalformed, parseVerifierKey, type VerifierKey } from './verifier-key.ts';

/** How a key ended: `rotated`, it signed the first checkpoint of the next key, too; `lost`, it could not or must not. */
export interface KeyEnd {
  /** The time of the first checkpoint of the next key: it signs nothing later. */
  readonly until: Instant;
  readonly how: 'rotated' | 'lost';
}

/** A verifier key as lists of keys write it. */
export interface ListedKey extends VerifierKey {
  /** Nothing for a key that still signs, and in lists that do not say. */
  readonly ended?: KeyEnd;
  /** Where it stands in its list, from 1. */
  readonly line?: number;
}

/** The verifier key, and for one that has ended `until <instant> rotated` or `until <instant> lost` after it. */
export function formatListedKey(key: ListedKey): string {
  const { ended } = key;
  return formatVerifierKey(key) + (ended ? ` until ${ended.until} ${ended.how}` : '');
}

/** Reads a line of a list of keys; refused with `key-malformed`. */
export function parseListedKey(line: string): ListedKey | Refusal {
  const [text = '', ...words] = line.split(' ');
  const key = parseVerifierKey(text);
  if (isRefusal(key) || words.length === 0) return key;
  const [until, instant = '', how] = words;
  const formed = words.length === 3 && until === 'until' && isInstant(instant);
  if (!formed || (how !== 'rotated' && how !== 'lost')) {
    return keyMalformed(
      'After the key stands neither nothing nor "until", an instant and "rotated" or "lost"',
    );
  }
  return { ...key, ended: { until: instant, how } };
}
