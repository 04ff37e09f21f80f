import { defineEvent, type EventOf, fields } from '#kernel';
import { z } from 'zod';

export const OrganisationRegistered = defineEvent({
  type: 'OrganisationRegistered',
  version: 1,
  category: 'organisation',
  when: 'An organisation is named and its calendar, currency and language are fixed; with its first posting at the latest.',
  data: z.strictObject({
    organisation: fields.code('Code of the organisation'),
    name: fields.text('Name of the organisation', 500),
    nameEn: fields.text('Name in English', 500).optional(),
    startMonth: z.int().min(1).max(12).meta({ description: 'First month of the fiscal year', unit: 'month' }),
    era: z.enum(['BE', 'CE']).meta({ description: 'Era in which fiscal years are written' }),
    timeZone: fields.text('IANA time zone in which a day begins and ends', 64),
    currency: fields.text('ISO 4217 code of the currency', 3),
    language: z.enum(['th', 'en']).meta({ description: 'Language of reports unless another is asked for' }),
  }),
});
export type OrganisationRegistered = EventOf<typeof OrganisationRegistered>;

/** Every event of an organisation. */
export const organisationEvents = [OrganisationRegistered] as const;
