import { accountEvents } from '#budget';

type Definition = Extract<(typeof accountEvents)[number], { readonly type: 'DisbursementMade' }>;

/** The event as this program knows it, whose form is taken for the third one. */
export const disbursementMade = accountEvents.find(({ type }) => type === 'DisbursementMade') as Definition;
