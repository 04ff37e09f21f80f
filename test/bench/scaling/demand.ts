/** What is asked of a ledger, from what offices do. Every figure is an assumption that a reader may replace. */
export interface Demand {
  readonly ministries: number;
  readonly units: number;
  readonly documentsPerYear: number;
  /** Days a year on which offices work. */
  readonly workingDays: number;
  readonly hoursPerDay: number;
  /** Part of the year's documents that falls into the busiest month. */
  readonly busiestMonth: number;
  /** Working days of that month. */
  readonly daysOfBusiestMonth: number;
  /** How much more than on its average day comes on the last day of it. */
  readonly lastDay: number;
  /** Part of a day's documents that falls into its busiest hour. */
  readonly busiestHour: number;
  /** How much more than the average of that hour comes in its busiest second. */
  readonly burst: number;
  /** Part of all documents that the largest ministry has. */
  readonly largestMinistry: number;
}

/** 20 ministries, 8,000 units, 10 million documents a year, a quarter of them in September. */
export const NATION: Demand = {
  ministries: 20,
  units: 8_000,
  documentsPerYear: 10_000_000,
  workingDays: 240,
  hoursPerDay: 8,
  busiestMonth: 0.25,
  daysOfBusiestMonth: 22,
  lastDay: 3,
  busiestHour: 0.25,
  burst: 3,
  largestMinistry: 0.2,
};

/** What one document costs, measured. */
export interface DocumentCost {
  readonly events: number;
  readonly appends: number;
  /** Of the log, as SQLite keeps it, indexes included. */
  readonly bytes: number;
}

export interface Load {
  readonly documentsPerDay: number;
  readonly documentsOnLastDay: number;
  readonly documentsPerSecond: number;
  readonly appendsPerSecond: number;
  readonly eventsPerSecond: number;
  readonly eventsPerYear: number;
  readonly bytesPerYear: number;
}

/** What a part of all documents comes to: of the whole nation with 1, of its largest ministry with that part. */
export function loadOf(demand: Demand, cost: DocumentCost, part = 1): Load {
  const documents = demand.documentsPerYear * part;
  const documentsOnLastDay = ((documents * demand.busiestMonth) / demand.daysOfBusiestMonth) * demand.lastDay;
  const documentsPerSecond = ((documentsOnLastDay * demand.busiestHour) / 3_600) * demand.burst;
  return {
    documentsPerDay: documents / demand.workingDays,
    documentsOnLastDay,
    documentsPerSecond,
    appendsPerSecond: documentsPerSecond * cost.appends,
    eventsPerSecond: documentsPerSecond * cost.events,
    eventsPerYear: documents * cost.events,
    bytesPerYear: documents * cost.bytes,
  };
}

/** What a machine gave when it was measured; each is per second. */
export interface Rates {
  readonly appends: number;
  /** Events that a copy of the log takes from an event database. */
  readonly copied: number;
  /** Events that are folded into all read models of SQLite. */
  readonly folded: number;
}

export interface Capacity {
  /** Of what can be appended, at the busiest second. */
  readonly used: number;
  /** Seconds until the copy of a process that begins with nothing has a year of events. */
  readonly copySeconds: number;
  /** Seconds until all read models of a year are built anew. */
  readonly rebuildSeconds: number;
  /** Seconds behind after an hour in which nothing was copied, at the load of the busiest hour. */
  readonly catchUpSeconds: number;
}

export function capacityOf(
  { appendsPerSecond, eventsPerSecond, eventsPerYear }: Load,
  rates: Rates,
): Capacity {
  const arriving = eventsPerSecond / NATION.burst;
  const spare = rates.copied - arriving;
  return {
    used: appendsPerSecond / rates.appends,
    copySeconds: eventsPerYear / rates.copied,
    rebuildSeconds: eventsPerYear / rates.folded,
    catchUpSeconds: spare > 0 ? (arriving * 3_600) / spare : Number.POSITIVE_INFINITY,
  };
}

/** What one machine with one process has, and what is asked of it. */
export interface Machine {
  readonly diskBytes: number;
  /** Part of what it can append that may be asked in the busiest second: the rest is for readers. */
  readonly busiestPart: number;
  /** Within so long, a night, all read models are built anew and the whole log is verified. */
  readonly nightSeconds: number;
}

/** A disk of two terabytes; half of what was measured; eight hours. */
export const ONE_MACHINE: Machine = { diskBytes: 2e12, busiestPart: 0.5, nightSeconds: 8 * 3_600 };

/** What the machine gave when it was measured. */
export interface MachineRates {
  /** Appends a second of one process. */
  readonly appends: number;
  /** Events a second into all read models, and events verified with every decision taken again. */
  readonly folded: number;
  readonly verified: number;
  /** Bytes of all read models, an event. */
  readonly modelBytes: number;
}

export interface Tenure {
  /** Of what may be asked in the busiest second; above 1 the machine is too small. */
  readonly used: number;
  readonly bytesPerYear: number;
  readonly rebuildSecondsPerYear: number;
  readonly verifySecondsPerYear: number;
  /** Until the disk is full. */
  readonly diskYears: number;
  /** Until a night is too short to build all read models anew, or to verify the log. */
  readonly nightYears: number;
}

/** How long one machine carries a ledger whose load stays as it is. */
export function tenureOf(
  load: Load,
  { appends, folded, verified, modelBytes }: MachineRates,
  { diskBytes, busiestPart, nightSeconds }: Machine = ONE_MACHINE,
): Tenure {
  const bytesPerYear = load.bytesPerYear + load.eventsPerYear * modelBytes;
  return {
    used: load.appendsPerSecond / (appends * busiestPart),
    bytesPerYear,
    rebuildSecondsPerYear: load.eventsPerYear / folded,
    verifySecondsPerYear: load.eventsPerYear / verified,
    diskYears: diskBytes / bytesPerYear,
    nightYears: (nightSeconds * Math.min(folded, verified)) / load.eventsPerYear,
  };
}
