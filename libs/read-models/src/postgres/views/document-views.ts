import { account, day, json, line, money, text, instant, type View, whole } from './view.ts';

/** A document with its newest change. */
const NEWEST = `FROM doc_document d JOIN doc_book b ON b.id = d.book_id JOIN doc_line l ON l.id = d.line_id
    CROSS JOIN LATERAL
    (SELECT * FROM doc_entry n WHERE n.document = d.id ORDER BY n.position DESC LIMIT 1) e
    LEFT JOIN journal_row w ON w.position = d.worded_at
    LEFT JOIN (doc_document p JOIN doc_book o ON o.id = p.book_id) ON p.id = d.previous`;

const OUTSTANDING = 'e.amount - e.accepted - e.used';

const name = [
  text('item', 'Item of a document with several', `nullif(d.item, '')`),
  ...line('l'),
  day('made_on', 'Its date; that of its first year when it was brought forward', 'd.made_on'),
  day('last_moved_on', 'Business date of its newest change', 'e.effective_on'),
  day('due_on', 'When it is due', 'd.due_on'),
  text('counterparty', 'Whom it is with', 'w.counterparty'),
  text('description', 'What it is about', 'w.description'),
];

const place = [
  text('draws_on_stage', 'Stage of the document that it draws on', 'o.stage'),
  text('draws_on_number', 'Number of the document that it draws on', 'p.number'),
  whole('last_position', 'Place in the log of its newest change', 'e.position'),
];

export const documents: View = {
  name: 'documents',
  about:
    'Requests, commitments, acceptances, disbursements, advances, transfers and reservations as they stand, settled ones among them.',
  columns: [
    ...account('b'),
    text(
      'stage',
      'request, commitment, acceptance, disbursement, advance, transfer or reservation',
      'b.stage',
    ),
    text('number', 'Number of the document', 'd.number'),
    ...name,
    ...money('amount', 'What it comes to', 'e.amount'),
    ...money('accepted', 'Of a commitment: accepted and not paid', 'e.accepted'),
    ...money('used', 'What later documents have used of it', 'e.used'),
    ...money('outstanding', 'Amount less accepted and used', OUTSTANDING),
    ...place,
  ],
  from: NEWEST,
};

export const outstandingCommitments: View = {
  name: 'outstanding_commitments',
  about: 'Orders and contracts of which something is not paid yet.',
  columns: [
    ...account('b'),
    text('commitment', 'Number of the order or contract', 'd.number'),
    ...name,
    ...money('committed', 'Made, amended and released together', 'e.amount'),
    ...money('accepted', 'Accepted and not paid', 'e.accepted'),
    ...money('disbursed', 'Paid', 'e.used'),
    ...money('outstanding', 'Neither accepted nor paid', OUTSTANDING),
    ...place,
  ],
  from: `${NEWEST} WHERE b.stage = 'commitment' AND e.amount <> e.used`,
};

export const approvals: View = {
  name: 'approvals',
  about: 'Documents that wait for other eyes, or have waited, as they stand.',
  columns: [
    text('organisation', 'Code of the organisation', 'd.organisation'),
    text('number', 'Number of the submission', 'd.number'),
    text('status', 'waiting, approved, refused or withdrawn', 's.status'),
    text('maker', 'Handle of the account that submitted it', 'd.maker'),
    text('summary', 'What it is about', 'd.summary'),
    {
      name: 'amount_baht',
      type: 'numeric(20,2)',
      sql: 'd.amount::numeric(20,2)',
      about: 'The amount that decides who must approve, in baht',
    },
    whole('approvals_given', 'How many have approved', 's.given'),
    json('tiers', 'Who must approve, step by step', 'd.tiers'),
    json('kinds', 'What would be posted', 'd.kinds'),
    json('accounts', 'The accounts that it concerns, as year.project', 'd.accounts'),
    day('submitted_on', 'Business date of the submission', 'd.submitted_on'),
    instant('submitted_at', 'When it was submitted', 'd.submitted_at'),
    instant('last_step_at', 'When its newest step was booked', 's.booked_at'),
    text('last_actor', 'Handle of the account that took the newest step', 's.actor'),
    text('reason', 'The reason given with the newest step', 's.reason'),
    whole('last_position', 'Place in the log of its newest step', 's.position'),
  ],
  from: `FROM ap_document d CROSS JOIN LATERAL (SELECT * FROM ap_step l WHERE l.organisation = d.organisation
    AND l.number = d.number ORDER BY l.position DESC LIMIT 1) s`,
};
