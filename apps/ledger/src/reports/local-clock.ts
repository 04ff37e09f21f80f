import { type Instant, localTime, Recent } from '#kernel';

/** Days of which the offset is remembered. */
const DAYS = 4_096;

/** Milliseconds by which the zone is ahead all day, and how that is written; nothing on a day that changes it. */
type Offset = { readonly ahead: number; readonly written: string } | undefined;

/**
 * Moments as clocks of a zone show them, the same as `localTime`. Asking the zone takes some microseconds, and answers
 * tell of thousands of moments: it is asked once for each end of a day.
 */
export class LocalClock {
  readonly #timeZone: string;
  readonly #offsets = new Recent<string, { readonly offset: Offset }>(DAYS);

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  at(instant: Instant): string {
    const offset = this.#offsetOn(instant.slice(0, 10));
    return offset ? shifted(instant, offset) : localTime(instant, this.#timeZone);
  }

  #offsetOn(day: string): Offset {
    const known = this.#offsets.get(day);
    if (known) return known.offset;
    const offset = this.#ask(`${day}T00:00:00.000Z` as Instant, `${day}T23:59:59.999Z` as Instant);
    this.#offsets.set(day, { offset });
    return offset;
  }

  #ask(first: Instant, last: Instant): Offset {
    const [begins, ends] = [localTime(first, this.#timeZone), localTime(last, this.#timeZone)];
    const ahead = Date.parse(`${begins.slice(0, 19)}.000Z`) - Date.parse(first);
    const offset = { ahead, written: begins.slice(19) };
    return shifted(last, offset) === ends ? offset : undefined;
  }
}

const shifted = (instant: Instant, { ahead, written }: NonNullable<Offset>): string =>
  `${new Date(Date.parse(instant) + ahead).toISOString().slice(0, 19)}${written}`;
