import { guarded } from '#access';
import {
  type CivilDate,
  type Decider,
  type FiscalCalendar,
  type Refusal,
  THAI_CALENDAR,
  isNamePart,
  isTimeZone,
} from '#kernel';
import { OrganisationRegistered } from './events.ts';
import { refuse } from './refusals.ts';

/** What belongs to an organisation and not to a machine: its calendar, currency and language. */
export interface OrganisationSettings {
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly calendar: FiscalCalendar;
  readonly currency: string;
  readonly language: 'th' | 'en';
}

/** Registers an organisation with its settings. An organisation that posts without it is registered with the defaults. */
export interface RegisterOrganisation {
  readonly type: 'register-organisation';
  readonly organisation: string;
  readonly settings: OrganisationSettings;
  readonly effectiveOn: CivilDate;
}

export interface OrganisationState {
  settings: OrganisationSettings | undefined;
}

/** The settings of an organisation that has not been registered. */
export const DEFAULT_SETTINGS: OrganisationSettings = {
  name: 'Organisation',
  calendar: THAI_CALENDAR,
  currency: 'THB',
  language: 'th',
};

/** The code of the organisation when a ledger has only one and nobody names it. */
export const DEFAULT_ORGANISATION = 'main';

const registering: Decider<OrganisationState, RegisterOrganisation, OrganisationRegistered> = {
  category: 'organisation',

  initial: () => ({ settings: undefined }),

  decide(state, command) {
    const { settings } = command;
    if (!isNamePart(command.organisation)) {
      return refuse(
        'organisation-code-malformed',
        `"${command.organisation}" is not a code of an organisation.`,
      );
    }
    if (state.settings) {
      return refuse(
        'organisation-already-registered',
        `The organisation ${command.organisation} is registered already; its calendar cannot change under its postings.`,
        { organisation: command.organisation },
      );
    }
    return checkSettings(settings) ?? [registered(command)];
  },

  evolve: (_state, event) => ({ settings: settingsOf(event) }),
};

/** The settings of one organisation, recorded once. */
export const organisation = guarded(registering);

function checkSettings({ calendar, currency }: OrganisationSettings): Refusal | undefined {
  if (!Number.isInteger(calendar.startMonth) || calendar.startMonth < 1 || calendar.startMonth > 12) {
    return refuse(
      'calendar-malformed',
      `The fiscal year cannot start in month ${calendar.startMonth}: expected 1 to 12.`,
    );
  }
  if (!isTimeZone(calendar.timeZone)) {
    return refuse(
      'time-zone-unknown',
      `"${calendar.timeZone}" is not a time zone: expected a name such as Asia/Bangkok.`,
    );
  }
  if (currency !== 'THB') {
    return refuse('currency-unsupported', `The currency ${currency} is not supported: expected THB.`);
  }
  return undefined;
}

function registered(command: RegisterOrganisation): OrganisationRegistered {
  const { name, nameEn, calendar, currency, language } = command.settings;
  return {
    type: OrganisationRegistered.type,
    effectiveOn: command.effectiveOn,
    data: {
      organisation: command.organisation,
      name,
      ...(nameEn === undefined ? {} : { nameEn }),
      startMonth: calendar.startMonth,
      era: calendar.era,
      timeZone: calendar.timeZone,
      currency,
      language,
    },
  };
}

function settingsOf({ data }: OrganisationRegistered): OrganisationSettings {
  const { name, nameEn, startMonth, era, timeZone, currency, language } = data;
  return { name, nameEn, calendar: { startMonth, era, timeZone }, currency, language };
}
