import { Injectable } from '@nestjs/common';
import {
  type AccountEvent,
  type AccountFacts,
  type AccountState,
  broughtForward,
  budgetAccount,
  takeBack,
} from '#budget';
import { controlPolicy, type ControlState } from '#control';
import {
  type CivilDate,
  civilDateOf,
  type FiscalYear,
  fiscalYearRange,
  isRefusal,
  parseFiscalYear,
  streams,
} from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { AddressedFacts } from './account-poster.ts';
import type { AccountAddress } from './account-posting.ts';

/** What the closing of a year, and taking it back, ask of the account and of the one that follows. */
@Injectable()
export class YearEnds {
  constructor(private readonly ledger: EmbeddedLedger) {}

  /** Closes the year, and brings into the next one what the policy carries there. */
  async closing(
    organisation: string,
    address: AccountAddress,
    effectiveOn: CivilDate,
  ): Promise<AddressedFacts[]> {
    const next = (parseFiscalYear(address.fiscalYear) + 1) as FiscalYear;
    const facts: AccountFacts = { type: 'close-year', toFiscalYear: next, effectiveOn };
    const { at, state, events, calendar } = await this.#decided(organisation, address, facts);
    const carried = broughtForward(events, calendar);
    const following = { fiscalYear: next, project: address.project };
    const opened = carried.length === 0 ? undefined : await this.#opening(organisation, following, state);
    return [
      { address, facts, at },
      ...(opened === undefined ? [] : [{ address: following, facts: opened }]),
      ...carried.map((each) => ({ address: following, facts: each })),
    ];
  }

  /** Takes the last step back; what a closing had carried into the next year comes back from there. */
  async reversal(
    organisation: string,
    address: AccountAddress,
    { step, reason, effectiveOn }: { step: number | undefined; reason: string; effectiveOn: CivilDate },
  ): Promise<AddressedFacts[]> {
    const facts: AccountFacts = { type: 'reverse-year-end-step', step, reason, effectiveOn };
    const { at, events, calendar } = await this.#decided(organisation, address, facts);
    const following = { fiscalYear: parseFiscalYear(address.fiscalYear) + 1, project: address.project };
    const returned = takeBack(events, calendar, reason);
    // The next year gives back first what it got last.
    return [
      { address, facts, at },
      ...returned.toReversed().map((each) => ({ address: following, facts: each })),
    ];
  }

  /** What the account would decide now; a refusal is left to the posting itself. */
  async #decided(organisation: string, { fiscalYear, project }: AccountAddress, facts: AccountFacts) {
    const stream = streams.budgetAccount(organisation, parseFiscalYear(fiscalYear), project);
    const { recorder } = this.ledger;
    const { state, revision: at } = await recorder.look(budgetAccount, stream);
    const control = await recorder.stateOf(controlPolicy, streams.controlPolicy(organisation));
    const { calendar } = (await recorder.settingsOf(organisation)) ?? DEFAULT_SETTINGS;
    const decided = budgetAccount.decide(state as AccountState, facts, {
      calendar,
      bookedOn: civilDateOf(this.ledger.clock(), calendar.timeZone),
      ...(control === undefined ? {} : { control: control as ControlState }),
    });
    const events: readonly AccountEvent[] = isRefusal(decided) ? [] : decided;
    return { at, state: state as AccountState, events, calendar };
  }

  /** The account of the next year, where nobody has opened it yet. */
  async #opening(
    organisation: string,
    { fiscalYear, project }: { readonly fiscalYear: FiscalYear; readonly project: string },
    { opened }: AccountState,
  ): Promise<AccountFacts | undefined> {
    const { recorder } = this.ledger;
    const stream = streams.budgetAccount(organisation, fiscalYear, project);
    if ((await recorder.stateOf(budgetAccount, stream)) !== undefined) return undefined;
    const { calendar } = (await recorder.settingsOf(organisation)) ?? DEFAULT_SETTINGS;
    const { first } = fiscalYearRange(fiscalYear, calendar);
    return {
      type: 'open-account',
      organisation,
      fiscalYear,
      project,
      name: opened?.name ?? project,
      effectiveOn: first,
    };
  }
}
