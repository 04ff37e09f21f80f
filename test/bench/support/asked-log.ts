/** A log that questions are asked of: what it holds, and how far it goes. */
export interface AskedLog {
  /** Position of its last event. */
  readonly head: bigint;
  /** Its fiscal years, the oldest first; events are spread evenly over them. */
  readonly years: readonly number[];
  readonly projects: readonly string[];
  /** Number of a commitment that every project has in every year. */
  readonly commitment: string;
  /** Positions of events of the organisation that is asked about, where the log has several. */
  readonly events?: readonly bigint[];
}

/** What somebody asks the service, as the address of a GET; each repetition asks about something else. */
export interface Question {
  readonly name: string;
  readonly kind: 'report' | 'explain' | 'diff' | 'state' | 'journal';
  /** Lists every document of the account, or of the year: its time follows the length of its answer. */
  readonly listsDocuments?: true;
  url(repetition: number): string;
}

export type Parameters = Readonly<Record<string, string | number | bigint | undefined>>;

/** The address of a question with what was given of its parameters. */
export const address = (path: string, parameters: Parameters): string => {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const query = given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  return `/api/v1/${path}?${query}`;
};

/** Moments spread over the whole log, by repetition, each with the fiscal year that it lies in. */
export class Moments {
  readonly #log: AskedLog;

  constructor(log: AskedLog) {
    this.#log = log;
  }

  project(repetition: number): string {
    return this.#log.projects[repetition % this.#log.projects.length] ?? '';
  }

  last(): Parameters {
    return { fiscalYear: this.#log.years.at(-1) };
  }

  position(repetition: number): bigint {
    const { head } = this.#log;
    return head - (head * BigInt((repetition * 389) % 1000)) / 1000n;
  }

  /** Position of an event of the organisation. */
  event(repetition: number): bigint {
    const { events = [] } = this.#log;
    return events[repetition % events.length] ?? this.position(repetition);
  }

  past(repetition: number): Parameters {
    const { head, years } = this.#log;
    const knownAt = this.position(repetition);
    const year = years[Number(((knownAt - 1n) * BigInt(years.length)) / head)];
    return { fiscalYear: year, knownAt };
  }

  /** A day of the fiscal year of a past moment, somewhere within a quarter. */
  day(repetition: number): Parameters {
    const asked = this.past(repetition);
    const month = 1 + ((repetition * 7) % 9);
    const day = 1 + ((repetition * 11) % 28);
    const date = `${Number(asked['fiscalYear']) - 543}-0${month}-${String(day).padStart(2, '0')}`;
    return { ...asked, effectiveTo: date };
  }
}

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
/** The quarters in turn. */
export const quarter = (repetition: number): string => QUARTERS[repetition % 4] ?? 'Q4';
