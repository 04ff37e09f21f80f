import type { CivilDate } from './calendar.ts';
import type { DomainEvent, EventDefinition } from './event.ts';

/** An event in the log that this version cannot read; whoever meets it stops and says where. */
export class UnreadableEvent extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'UnreadableEvent';
  }
}

/** What is needed of a stored event to read it. */
export interface StoredEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
  readonly metadata: { readonly effectiveOn: string };
}

/** All event types that this version knows, by name. Unknown type or newer version means stop, never skip. */
export class EventCatalogue {
  readonly #definitions = new Map<string, EventDefinition>();

  constructor(definitions: Iterable<EventDefinition>) {
    for (const definition of definitions) {
      if (this.#definitions.has(definition.type))
        throw new Error(`event type ${definition.type} stands twice`);
      this.#definitions.set(definition.type, definition);
    }
  }

  definition(type: string): EventDefinition {
    const found = this.#definitions.get(type);
    if (!found) throw new UnreadableEvent(`the event type ${type} is unknown to this version`);
    return found;
  }

  /** The stored bytes were checked when they were written; reading checks only that the form is known. */
  read(stored: StoredEvent): DomainEvent {
    const { version } = this.definition(stored.type);
    if (stored.schemaVersion !== version) {
      throw new UnreadableEvent(
        `${stored.type} is stored in version ${stored.schemaVersion}, this version reads version ${version}`,
      );
    }
    return { type: stored.type, data: stored.data, effectiveOn: stored.metadata.effectiveOn as CivilDate };
  }

  /** Throws when the data are not what the definition promises: a defect of the decider, never of the user. */
  check(event: DomainEvent): EventDefinition {
    const definition = this.definition(event.type);
    definition.data.parse(event.data);
    return definition;
  }
}
