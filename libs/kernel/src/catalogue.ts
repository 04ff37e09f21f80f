import type { z } from 'zod';
import type { CivilDate } from './calendar.ts';
import type { DomainEvent, EventDefinition } from './event.ts';
import { faultInSteps } from './upcaster.ts';

/** Which event it is, and where it stands as far as that is known. */
export interface EventPlace {
  readonly type: string;
  readonly stream?: string;
  readonly revision?: bigint;
  readonly position?: string;
}

/** An event in the log that this version cannot read; whoever meets it stops and says where. */
export class UnreadableEvent extends Error {
  /** Absent where the event was not at hand when it was found out. */
  readonly event: EventPlace | undefined;

  constructor(detail: string, event?: EventPlace, options?: ErrorOptions) {
    super(event ? detail + placeOf(event) : detail, options);
    this.name = 'UnreadableEvent';
    // Not the event itself, which may be large.
    this.event = event && { type: event.type, ...knownOf(event) };
  }
}

/** What is needed of a stored event to read it; where it stands is told when it cannot be read. */
export interface StoredEvent extends EventPlace {
  readonly schemaVersion: number;
  readonly data: unknown;
  readonly metadata: { readonly effectiveOn: string };
}

/**
 * All event types that this version knows, by name. Events of older versions are read in the form of the newest;
 * an unknown type or a newer version means stop, never skip.
 */
export class EventCatalogue {
  readonly #definitions = new Map<string, EventDefinition>();

  constructor(definitions: Iterable<EventDefinition>) {
    for (const definition of definitions) {
      const { type, version, older = [] } = definition;
      if (this.#definitions.has(type)) throw new Error(`event type ${type} stands twice`);
      const fault = faultInSteps(version, older);
      if (fault !== undefined) throw new Error(`event type ${type}: ${fault}`);
      this.#definitions.set(type, definition);
    }
  }

  /** The newest version of each type. */
  get versions(): ReadonlyMap<string, number> {
    return new Map([...this.#definitions.values()].map(({ type, version }) => [type, version]));
  }

  definition(type: string): EventDefinition {
    const found = this.#definitions.get(type);
    if (!found) throw new UnreadableEvent(unknownType(type));
    return found;
  }

  /**
   * A stored event in the newest form. The bytes were checked when they were written, so that of the newest version
   * only the number is looked at; what is brought up from an older version is checked before and after.
   */
  read(stored: StoredEvent): DomainEvent {
    const { type, schemaVersion } = stored;
    const definition = this.#definitions.get(type);
    if (!definition) throw new UnreadableEvent(unknownType(type), stored);
    const data = schemaVersion === definition.version ? stored.data : broughtUp(definition, stored);
    return { type, data, effectiveOn: effectiveOn(stored) };
  }

  /**
   * Throws when the data are not what the newest version promises: a defect of the decider, never of the user.
   * Nothing is written in an older version.
   */
  check(event: DomainEvent): EventDefinition {
    const definition = this.definition(event.type);
    definition.data.parse(event.data);
    return definition;
  }
}

/** Takes the steps from the version that is stored to the newest one. */
function broughtUp(definition: EventDefinition, stored: StoredEvent): unknown {
  const { type, version, older = [] } = definition;
  const first = older.findIndex((step) => step.version === stored.schemaVersion);
  if (first < 0) {
    throw new UnreadableEvent(
      `${type} is stored in version ${stored.schemaVersion}, this version reads version ${version}` +
        (older.length > 0 ? ` and those before it` : ''),
      stored,
    );
  }
  const steps = older.slice(first);
  mustFit(steps[0]?.data, stored.data, stored, stored.schemaVersion);
  const about = { effectiveOn: effectiveOn(stored) };
  const data = steps.reduce((form: unknown, step) => step.upcast(form, about), stored.data);
  mustFit(definition.data, data, stored, version);
  return data;
}

function mustFit(form: z.ZodType | undefined, data: unknown, stored: StoredEvent, version: number): void {
  const error = form?.safeParse(data).error;
  if (!error) return;
  const faults = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  const what =
    version === stored.schemaVersion ? 'does not have that form' : `does not become version ${version}`;
  throw new UnreadableEvent(
    `${stored.type} is stored in version ${stored.schemaVersion} and ${what}: ${faults}`,
    stored,
  );
}

const unknownType = (type: string) => `the event type ${type} is unknown to this version`;

const effectiveOn = ({ metadata }: StoredEvent) => metadata.effectiveOn as CivilDate;

const knownOf = ({ stream, revision, position }: EventPlace): Omit<EventPlace, 'type'> => ({
  ...(stream === undefined ? {} : { stream }),
  ...(revision === undefined ? {} : { revision }),
  ...(position === undefined ? {} : { position }),
});

function placeOf(event: EventPlace): string {
  const place = Object.entries(knownOf(event)).map(([name, value]) => `${name} ${String(value)}`);
  return place.length > 0 ? ` (${place.join(', ')})` : '';
}
