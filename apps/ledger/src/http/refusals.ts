import { RefusalError, type RefusalDetails, type RefusalKind, refusal } from '#kernel';

/** Every refusal of the service itself: its code, kind and meaning. */
export const serviceRefusals = {
  'input-invalid': {
    kind: 'invalid',
    meaning:
      'A field is missing, unknown or not of the expected form; each is listed, of very many the first hundred.',
  },
  'body-malformed': {
    kind: 'invalid',
    meaning: 'The body is not JSON, has a member twice, or is not of the content type that it claims.',
  },
  'body-too-large': {
    kind: 'invalid',
    meaning: 'The body is larger than the service takes, or has more members.',
  },
  'body-too-deep': {
    kind: 'invalid',
    meaning: 'The body holds lists and objects within one another more often than the service follows.',
  },
  'request-malformed': {
    kind: 'invalid',
    meaning: 'The request is not HTTP as the service reads it, or did not arrive in time.',
  },
  'too-many-requests': {
    kind: 'limited',
    meaning: 'An address or an identity asks more often than is answered; Retry-After says how long to wait.',
  },
  'actor-malformed': { kind: 'invalid', meaning: 'The header Obligo-Actor does not name an author.' },
  'actor-differs': {
    kind: 'forbidden',
    meaning: 'The header Obligo-Actor names another than the one who asks.',
  },
  'access-log-lost': {
    kind: 'invalid',
    meaning:
      'The log of who may do what lost events; restore it from a backup, or begin it anew on the folder.',
  },
  'account-unknown': { kind: 'not-found', meaning: 'There is no account, or service token, of this name.' },
  'already-set-up': { kind: 'conflict', meaning: 'The ledger has an administrator already.' },
  'name-in-use': { kind: 'conflict', meaning: 'A service token of this name was given before.' },
  'not-an-account': {
    kind: 'invalid',
    meaning: 'The one who asks has no password and no second factor of this ledger.',
  },
  'second-factor-code-missing': {
    kind: 'unauthenticated',
    meaning: 'The account has a second factor, and no code of it was given.',
  },
  'set-up-code-missing': { kind: 'unauthenticated', meaning: 'The set-up takes a one-time code.' },
  'sign-on-not-configured': {
    kind: 'not-found',
    meaning: 'The ledger knows no identity provider, or not the address that browsers use.',
  },
  'bundle-failed': {
    kind: 'unavailable',
    meaning: 'The bundle could not be written, as when the disk is full; nothing of the ledger was changed.',
  },
  'folder-needed': {
    kind: 'forbidden',
    meaning: 'It is done by a program on the folder of the ledger alone, never over a connection.',
  },
  'not-set-up': {
    kind: 'unauthenticated',
    meaning: 'The ledger has no administrator yet: it answers nobody but the set-up.',
  },
  'not-signed-in': { kind: 'unauthenticated', meaning: 'It is not known who asks.' },
  'route-closed': { kind: 'forbidden', meaning: 'No rule says who may call this address: nobody may.' },
  'second-factor-needed': {
    kind: 'forbidden',
    meaning: 'A role of the one who asks takes a second factor, and the sign-in had none.',
  },
  'csrf-token-missing': {
    kind: 'forbidden',
    meaning: 'A session changes something without the token of its own page.',
  },
  'route-unknown': { kind: 'not-found', meaning: 'There is no such address.' },
  'organisation-ambiguous': {
    kind: 'invalid',
    meaning: 'The ledger has several organisations and none was named.',
  },
  'organisation-unknown': { kind: 'not-found', meaning: 'The ledger has no organisation of this code.' },
  'known-at-malformed': {
    kind: 'invalid',
    meaning: 'The moment is neither a date, an instant, a position nor the code of a quarterly report.',
  },
  'known-at-unknown': { kind: 'not-found', meaning: 'The log has no such position.' },
  'known-at-in-future': {
    kind: 'invalid',
    meaning: 'The moment is still to come: what will be known then is not known yet.',
  },
  'known-at-ambiguous': {
    kind: 'invalid',
    meaning: 'Reports of several fiscal years have this code; it names no one moment.',
  },
  'known-at-order': { kind: 'invalid', meaning: 'The first of two moments lies after the second.' },
  'position-malformed': {
    kind: 'invalid',
    meaning: 'What is asked for as a position of the log is no number that a receipt tells.',
  },
  'position-not-reached': {
    kind: 'unavailable',
    meaning: 'The read models have not reached the position asked for.',
  },
  'project-unknown': {
    kind: 'not-found',
    meaning: 'The fiscal year has no account of this project, as known at the moment asked about.',
  },
  'transfer-not-made': { kind: 'not-found', meaning: 'The project has given no transfer of this number.' },
  'approval-unknown': {
    kind: 'not-found',
    meaning: 'No document of this number was submitted for approval.',
  },
  'document-not-known': {
    kind: 'not-found',
    meaning: 'The project has no document of this number, as known at the moment asked about.',
  },
  'kpi-not-known': {
    kind: 'not-found',
    meaning: 'The fiscal year has no KPI of this code, as known at the moment asked about.',
  },
  'report-unknown': { kind: 'not-found', meaning: 'No quarterly report of this code is entered.' },
  'comparison-not-said': {
    kind: 'invalid',
    meaning: 'It is not said which fiscal year and quarter a table is compared with.',
  },
  'not-sealed-yet': {
    kind: 'conflict',
    meaning: 'Nothing proves the event yet: no checkpoint seals it; the next one will.',
  },
  'event-not-as-sealed': {
    kind: 'conflict',
    meaning: 'The event is not the one that was sealed at its place: the file of the log was changed.',
  },
  'posting-too-large': {
    kind: 'invalid',
    meaning: 'The posting has more events than one receipt proves.',
  },
  'sheet-faulty': {
    kind: 'rule',
    meaning: 'Rows of the sheet are refused; every one is listed, and nothing was recorded.',
  },
  'sheet-not-reversible': {
    kind: 'rule',
    meaning: 'The posting holds what cannot be taken back as one, such as results of KPIs.',
  },
  'sheet-already-reversed': { kind: 'rule', meaning: 'The posting was taken back as one already.' },
  'sheet-used-since': {
    kind: 'rule',
    meaning:
      'What the posting recorded was built on or changed since, so that it cannot be taken back as one.',
  },
  'report-empty': { kind: 'rule', meaning: 'There is no project that a report could be about.' },
  'publication-unknown': { kind: 'not-found', meaning: 'No report of this number is published.' },
  'published-file-unknown': { kind: 'not-found', meaning: 'The published report has no file of this name.' },
  'published-file-damaged': {
    kind: 'defect',
    meaning:
      'The file of a published report is missing, or not as it was published; restore it from a backup.',
  },
  'shared-tables-taken': {
    kind: 'conflict',
    meaning: 'PostgreSQL holds other accounts, drafts or readings already than those that are to be shared.',
  },
  'shared-tables-unavailable': {
    kind: 'unavailable',
    meaning: 'The PostgreSQL that several processes are to share cannot be reached.',
  },
  'published-files-unavailable': {
    kind: 'unavailable',
    meaning: 'The files of published reports cannot be read or written now.',
  },
  'chromium-missing': {
    kind: 'unavailable',
    meaning: 'There is no browser that could print a PDF; everything else of a report works without one.',
  },
  'printer-busy': { kind: 'unavailable', meaning: 'Too many reports wait to be printed.' },
  'print-failed': { kind: 'unavailable', meaning: 'The browser did not print the report.' },
  'report-name-unknown': { kind: 'not-found', meaning: 'There is no report of this name.' },
  'fiscal-year-of-other-era': {
    kind: 'invalid',
    meaning:
      'The organisation writes its fiscal years in the other era; the refusal says which year was meant.',
  },
  'event-unknown': { kind: 'not-found', meaning: 'The log has no event at this position.' },
  'read-models-stopped': {
    kind: 'unavailable',
    meaning: 'The read models met an event that they cannot handle and stand still there.',
  },
  'file-busy': {
    kind: 'unavailable',
    meaning: 'Another program holds a file of the data folder, such as for a backup; try again.',
  },
  'read-models-damaged': {
    kind: 'unavailable',
    meaning: 'A page of the read models is lost: obligo rebuild makes them again from the log.',
  },
  'token-refused': {
    kind: 'unauthenticated',
    meaning:
      'The access token is not one that the identity provider issued for this ledger, or no longer valid.',
  },
  'sign-on-refused': {
    kind: 'unauthenticated',
    meaning:
      'The identity provider did not sign in whoever began to, or its answer belongs to another beginning.',
  },
  'sign-on-unavailable': {
    kind: 'unavailable',
    meaning: 'The identity provider does not answer, or not as expected.',
  },
  'store-not-ready': {
    kind: 'unavailable',
    meaning:
      'The event database does not answer, the copy of its log is behind, or what must never change was changed there.',
  },
  'seals-broken': {
    kind: 'unavailable',
    meaning: 'The logs that this process reads are not those that it sealed; other processes answer.',
  },
  'shutting-down': { kind: 'unavailable', meaning: 'The service is stopping.' },
  internal: {
    kind: 'defect',
    meaning: 'A defect of the service; nothing more is known, the log names it.',
  },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

export function refuse(
  code: keyof typeof serviceRefusals,
  message: string,
  details?: RefusalDetails,
): RefusalError {
  return new RefusalError(refusal(serviceRefusals[code].kind, code, message, details));
}
