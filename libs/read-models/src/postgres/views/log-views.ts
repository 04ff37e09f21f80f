import { REGISTRY } from '../registry-schema.ts';
import { bookedAt, day, flag, instant, json, millis, money, small, text, type View, whole } from './view.ts';

export const organisations: View = {
  name: 'organisations',
  about: 'The organisations of the ledger and their settings.',
  columns: [
    text('organisation', 'Code of the organisation', 'o.organisation'),
    text('name', 'Name', 'o.name'),
    text('name_en', 'Name in English', 'o.name_en'),
    small('start_month', 'Month in which the fiscal year begins', 'o.start_month'),
    text('era', 'How fiscal years are counted', 'o.era'),
    text('time_zone', 'Time zone of business dates', 'o.time_zone'),
    text('currency', 'Currency of all amounts', 'o.currency'),
    text('language', 'Language of reports', 'o.language'),
  ],
  from: 'FROM organisation o',
};

export const controlPolicies: View = {
  name: 'control_policies',
  about: 'The control policies, each from its place in the log on.',
  columns: [
    text('organisation', 'Code of the organisation', 'c.organisation'),
    whole('version', 'Version of the policy', 'c.version'),
    json('policy', 'What it says', 'c.policy'),
    whole('position', 'Place in the log from which it holds', 'c.position'),
    instant('booked_at', 'When it was set', bookedAt('j')),
  ],
  from: 'FROM cp_policy c JOIN journal_row j ON j.position = c.position',
};

export const journal: View = {
  name: 'journal',
  about: 'Every event of the log in its order, with what people look for.',
  columns: [
    whole('position', 'Place in the log', 'j.position'),
    text('organisation', 'Code of the organisation', 'o.name'),
    small('fiscal_year', 'Fiscal year, where the event has one', 'j.fiscal_year'),
    text('project', 'Code of the project, where the event has one', 'p.name'),
    text('event_type', 'Kind of the event', 't.name'),
    text('document', 'Number of the document', 'j.document'),
    text('item', 'Item of a document with several', 'j.item'),
    ...money('amount', 'The amount that the event is about', 'j.satang'),
    day('effective_on', 'Business date', 'j.effective_on'),
    instant('booked_at', 'When it was booked; for imported history when the source booked it', bookedAt('j')),
    instant('recorded_at', 'When the ledger stored it', millis('j.recorded_at')),
    text('actor', 'Handle of the account that posted it', 'a.name'),
    text('reason', 'The reason given', 'j.reason'),
    text('source', 'Where the fact was taken from', 'j.source'),
    text('counterparty', 'Whom it is with', 'j.counterparty'),
    text('description', 'What it is about', 'j.description'),
    flag('is_imported', 'Whether it is history taken over from elsewhere', 'j.imported = 1'),
    whole('reverses_position', 'The event that this one takes back', 'j.reverses'),
    whole('reversed_by_position', 'The event that takes this one back', 'j.reversed_by'),
    text('event_id', 'Identity of the event', "encode(j.event_id, 'hex')::uuid::text"),
    text(
      'stream',
      'Stream of the event',
      "coalesce(j.stream, 'budgetaccount-' || o.name || '.' || j.fiscal_year || '.' || p.name)",
    ),
  ],
  from: `FROM journal_row j JOIN journal_name o ON o.id = j.organisation_id JOIN journal_name t ON t.id = j.type_id
    JOIN journal_name a ON a.id = j.actor_id LEFT JOIN journal_name p ON p.id = j.project_id`,
};

/** Of one schema alone, so that all views change over together. */
export const checkpointOf = (schema: string): View => ({
  name: 'checkpoint',
  about:
    'One row: up to where these views have read the log. Name it beside figures, so that they can be found again.',
  columns: [
    whole(
      'position',
      'Place in the log of the last event that was read; empty before the first',
      'r.position',
    ),
    text('event_id', 'Identity of that event', 'r.event_id'),
    instant('moved_at', 'When it was reached', 'r.moved_at'),
    text('schema', 'The schema that holds the tables behind these views', 'r.schema'),
    json('contents', 'The projections in it, by name, with their versions', 'r.contents'),
  ],
  from: `FROM ${REGISTRY}.read_model r WHERE r.schema = '${schema}'`,
});
