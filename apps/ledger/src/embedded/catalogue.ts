import { accountEvents } from '#budget';
import { approvalEvents, controlPolicyEvents, fiscalPeriodsEvents } from '#control';
import { EventCatalogue } from '#kernel';
import { organisationEvents } from '#organisation';
import { kpiEvents, quarterlyReportEvents } from '#performance';

/** All events that this version writes and reads. */
export const catalogue = new EventCatalogue([
  ...organisationEvents,
  ...controlPolicyEvents,
  ...fiscalPeriodsEvents,
  ...approvalEvents,
  ...accountEvents,
  ...kpiEvents,
  ...quarterlyReportEvents,
]);
