import { describe, expect, it } from '@jest/globals';
import { isRefusal, orThrow, parseCivilDate, type Refusal, THAI_CALENDAR } from '#kernel';
import { OrganisationRegistered, organisationEvents } from './events.ts';
import {
  DEFAULT_SETTINGS,
  organisation,
  type OrganisationSettings,
  type RegisterOrganisation,
} from './organisation.ts';
import { organisationRefusals } from './refusals.ts';

const context = { calendar: THAI_CALENDAR, bookedOn: parseCivilDate('2026-04-01') };

const register = (settings: Partial<OrganisationSettings> = {}, code = 'etda'): RegisterOrganisation => ({
  type: 'register-organisation',
  organisation: code,
  settings: { ...DEFAULT_SETTINGS, ...settings },
  effectiveOn: context.bookedOn,
});

function after(...commands: readonly RegisterOrganisation[]) {
  let state = organisation.initial();
  for (const command of commands) {
    for (const event of orThrow(organisation.decide(state, command, context))) {
      expect(OrganisationRegistered.data.parse(event.data)).toEqual(event.data);
      state = organisation.evolve(state, event);
    }
  }
  return state;
}

function refused(command: RegisterOrganisation, state = organisation.initial()): Refusal {
  const outcome = organisation.decide(state, command, context);
  if (isRefusal(outcome)) return outcome;
  throw new Error('the organisation was registered');
}

const refusals: Record<keyof typeof organisationRefusals, () => Refusal> = {
  'organisation-code-malformed': () => refused(register({}, 'a.b')),
  'organisation-already-registered': () => refused(register({ language: 'en' }), after(register())),
  'calendar-malformed': () => refused(register({ calendar: { ...THAI_CALENDAR, startMonth: 13 } })),
  'time-zone-unknown': () => refused(register({ calendar: { ...THAI_CALENDAR, timeZone: 'Asia/Siam' } })),
  'currency-unsupported': () => refused(register({ currency: 'USD' })),
};

describe('registering an organisation', () => {
  it('fixes its calendar, currency and language, and gives them back as they were', () => {
    const settings: OrganisationSettings = {
      name: 'สำนักงานทดสอบ',
      nameEn: 'Test Office',
      calendar: { startMonth: 1, era: 'CE', timeZone: 'America/New_York' },
      currency: 'THB',
      language: 'en',
    };
    expect(after(register(settings)).settings).toEqual(settings);
  });

  it('is Thai public finance unless something else is said', () => {
    expect(orThrow(organisation.decide(organisation.initial(), register(), context))).toEqual([
      {
        type: 'OrganisationRegistered',
        effectiveOn: '2026-04-01',
        data: {
          organisation: 'etda',
          name: 'Organisation',
          startMonth: 10,
          era: 'BE',
          timeZone: 'Asia/Bangkok',
          currency: 'THB',
          language: 'th',
        },
      },
    ]);
  });

  it('takes every first month from January to December, and no other', () => {
    for (let startMonth = 1; startMonth <= 12; startMonth++) {
      expect(after(register({ calendar: { ...THAI_CALENDAR, startMonth } })).settings).toBeDefined();
    }
    for (const startMonth of [0, -1, 1.5, NaN]) {
      const { code } = refused(register({ calendar: { ...THAI_CALENDAR, startMonth } }));
      expect(code).toBe('calendar-malformed');
    }
  });

  it('takes a code in Thai, and none that would blur the name of a stream', () => {
    expect(after(register({}, 'สพธอ')).settings).toBeDefined();
    for (const code of ['', 'a.b', 'a b', 'a/b', 'x'.repeat(33)]) {
      expect(refused(register({}, code)).code).toBe('organisation-code-malformed');
    }
  });

  it.each(Object.entries(refusals))('is refused with %s', (code, refusal) => {
    const { kind } = organisationRefusals[code as keyof typeof organisationRefusals];
    expect(refusal()).toMatchObject({ code, kind });
  });

  it('knows the refusals above and no other', () => {
    expect(Object.keys(refusals).sort()).toEqual(Object.keys(organisationRefusals).sort());
  });
});

it('the events of an organisation stand in its own stream', () => {
  for (const { category } of organisationEvents) expect(category).toBe(organisation.category);
});
