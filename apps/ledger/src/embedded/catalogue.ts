import { accountEvents } from '#budget';
import { EventCatalogue } from '#kernel';
import { organisationEvents } from '#organisation';
import { kpiEvents, quarterlyReportEvents } from '#performance';

/** All events that this version writes and reads. */
export const catalogue = new EventCatalogue([
  ...organisationEvents,
  ...accountEvents,
  ...kpiEvents,
  ...quarterlyReportEvents,
]);
