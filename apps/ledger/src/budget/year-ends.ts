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
import type { Look } from '#posting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import type { AddressedFacts, PreparedFacts } from './account-poster.ts';
import { type AccountAddress, streamOf } from './account-posting.ts';

/** What the closing of a year, and taking it back, ask of the account and of the one that follows. */
@Injectable()
export class YearEnds {
  constructor(private readonly ledger: EmbeddedLedger) {}

  /** Closes the year, and brings into the next one what the policy carries there. */
  closing(address: AccountAddress, effectiveOn: CivilDate): PreparedFacts {
    const following = nextYearOf(address);
    const asked: AddressedFacts = {
      address,
      facts: { type: 'close-year', toFiscalYear: following.fiscalYear, effectiveOn },
    };
    return {
      asked,
      others: [following],
      prepare: async (organisation, look) => {
        const { state, events, calendar } = await this.#decided(organisation, asked, look);
        const carried = broughtForward(events, calendar);
        const opened =
          carried.length === 0 ? undefined : await this.#opening(organisation, following, state, look);
        return [
          asked,
          ...(opened === undefined ? [] : [{ address: following, facts: opened }]),
          ...carried.map((facts) => ({ address: following, facts })),
        ];
      },
    };
  }

  /** Takes the last step back; what a closing had carried into the next year comes back from there. */
  reversal(
    address: AccountAddress,
    { step, reason, effectiveOn }: { step: number | undefined; reason: string; effectiveOn: CivilDate },
  ): PreparedFacts {
    const following = nextYearOf(address);
    const asked: AddressedFacts = {
      address,
      facts: { type: 'reverse-year-end-step', step, reason, effectiveOn },
    };
    return {
      asked,
      others: [following],
      prepare: async (organisation, look) => {
        const { events, calendar } = await this.#decided(organisation, asked, look);
        const returned = takeBack(events, calendar, reason);
        // The next year gives back first what it got last.
        return [asked, ...returned.toReversed().map((facts) => ({ address: following, facts }))];
      },
    };
  }

  /** What the account would decide now; a refusal is left to the posting itself. */
  async #decided(organisation: string, { address, facts }: AddressedFacts, look: Look) {
    const control = await look(controlPolicy, streams.controlPolicy(organisation));
    const { calendar } = (await this.ledger.recorder.settingsOf(organisation)) ?? DEFAULT_SETTINGS;
    const state = ((await look(budgetAccount, streamOf(organisation, address))) ??
      budgetAccount.initial()) as AccountState;
    const decided = budgetAccount.decide(state, facts, {
      calendar,
      bookedOn: civilDateOf(this.ledger.clock(), calendar.timeZone),
      ...(control === undefined ? {} : { control: control as ControlState }),
    });
    const events: readonly AccountEvent[] = isRefusal(decided) ? [] : decided;
    return { state, events, calendar };
  }

  /** The account of the next year, where nobody has opened it yet. */
  async #opening(
    organisation: string,
    { fiscalYear, project }: { readonly fiscalYear: FiscalYear; readonly project: string },
    { opened }: AccountState,
    look: Look,
  ): Promise<AccountFacts | undefined> {
    const stream = streams.budgetAccount(organisation, fiscalYear, project);
    if ((await look(budgetAccount, stream)) !== undefined) return undefined;
    const { calendar } = (await this.ledger.recorder.settingsOf(organisation)) ?? DEFAULT_SETTINGS;
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

const nextYearOf = ({ fiscalYear, project }: AccountAddress) => ({
  fiscalYear: (parseFiscalYear(fiscalYear) + 1) as FiscalYear,
  project,
});
