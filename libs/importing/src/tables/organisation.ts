import { isTimeZone } from '#kernel';
import type { OrganisationSettings } from '#organisation';
import type { TableForm } from '../source/read-table.ts';

export interface OrganisationRow {
  readonly code: string;
  readonly settings: OrganisationSettings;
}

/** Optional: whose tables they are, and how the organisation divides time. One row. */
export const organisationTable: TableForm<OrganisationRow> = {
  file: 'organisation.csv',
  columns: ['code', 'name', 'name_en', 'start_month', 'era', 'time_zone', 'currency', 'language'],
  key: () => 'the organisation',
  read: (cells) => ({
    code: cells.code('code'),
    settings: {
      name: cells.needText('name', 500),
      nameEn: cells.text('name_en', 500),
      calendar: {
        startMonth: Number(cells.needChoice('start_month', MONTHS)),
        era: cells.needChoice('era', ['BE', 'CE']),
        timeZone: cells.needChecked('time_zone', isTimeZone, 'a time zone such as Asia/Bangkok') ?? 'UTC',
      },
      currency: cells.needChoice('currency', ['THB']),
      language: cells.needChoice('language', ['th', 'en']),
    },
  }),
};

const MONTHS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;
