import { accessEvents, accessRules } from '#access';
import { accountEvents, budgetAccount } from '#budget';
import {
  approval,
  approvalEvents,
  controlPolicy,
  controlPolicyEvents,
  fiscalPeriods,
  fiscalPeriodsEvents,
  remarks,
  remarksEvents,
} from '#control';
import { type Decider, type DomainEvent, EventCatalogue, type EventDefinition } from '#kernel';
import { organisation, organisationEvents } from '#organisation';
import { kpi, kpiEvents, quarterlyReport, quarterlyReportEvents } from '#performance';

/** A decider whose commands are read from the log, where their pairing was checked when they were posted. */
export type AnyDecider = Decider<unknown, object, DomainEvent>;

/** What one category of streams is: who decides there, what is recorded, and how others see its state. */
interface Chapter {
  readonly decider: AnyDecider;
  readonly events: readonly EventDefinition[];
  /** The name under which decisions on other streams see its state; absent when none does. */
  readonly seenAs?: string;
}

/** The categories of streams of one log. */
export class Book {
  readonly catalogue: EventCatalogue;
  readonly events: readonly EventDefinition[];
  readonly #chapters: ReadonlyMap<string, Chapter>;

  constructor(chapters: readonly Chapter[]) {
    this.#chapters = new Map(chapters.map((chapter) => [chapter.decider.category, chapter]));
    this.events = chapters.flatMap(({ events }) => events);
    this.catalogue = new EventCatalogue(this.events);
  }

  /** Who decides on streams of a category; nothing for one that this version does not know. */
  deciderOf(category: string): AnyDecider | undefined {
    return this.#chapters.get(category)?.decider;
  }

  /** The name under which a decision sees the state of another stream. */
  seenAs(category: string): string | undefined {
    return this.#chapters.get(category)?.seenAs;
  }
}

function chapter<State, Command extends object, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  events: readonly EventDefinition[],
  seenAs?: string,
): Chapter {
  return { decider: decider, events, ...(seenAs === undefined ? {} : { seenAs }) };
}

/** The log of the ledger: everything that this version writes and reads. */
export const ledgerBook = new Book([
  chapter(organisation, organisationEvents),
  chapter(controlPolicy, controlPolicyEvents, 'control'),
  chapter(fiscalPeriods, fiscalPeriodsEvents, 'periods'),
  chapter(approval, approvalEvents, 'approval'),
  chapter(budgetAccount, accountEvents),
  chapter(kpi, kpiEvents),
  chapter(quarterlyReport, quarterlyReportEvents),
  chapter(remarks, remarksEvents),
]);

/** The log of who may do what. */
export const accessBook = new Book([chapter(accessRules, accessEvents)]);
