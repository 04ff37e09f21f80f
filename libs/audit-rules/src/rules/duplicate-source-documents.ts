import { type Bilingual, eventName } from '#glossary/folding';
import { parseBaht, printDay, type Satang, ZERO } from '#kernel/folding';
import { type AuditedAccountEvent, isOfAccount, makerOf, peopleOf } from '../audit-event.ts';
import { commandToken, copiesIn, type Copy, keptCopies } from '../document-copies.ts';
import { foldedName } from '../names.ts';
import { total } from '../money.ts';
import { defineRule, type Effect, ended, type Found, found, type Look, remember } from '../rule.ts';

/** What makes two documents the same, and how that is said. */
interface Trait {
  readonly key: string;
  /** Asked only where something is found: most documents stand once. */
  readonly says: () => Bilingual;
}

/** Copies that are remembered of one document. */
const MOST_KEPT = 20;

/** The same paper recorded twice, or the same payment made twice. */
export const rule = defineRule({
  id: 'duplicate-source-documents',
  version: 2,
  name: { en: 'Duplicate source document', th: 'เอกสารต้นทางซ้ำ' },
  meaning: {
    en: 'One invoice was accepted twice, one source document was recorded twice with the same amount, or one counterparty was paid the same amount twice on one day.',
    th: 'ใบแจ้งหนี้ใบเดียวตรวจรับสองครั้ง เอกสารต้นทางใบเดียวบันทึกสองครั้งด้วยยอดเท่ากัน หรือจ่ายคู่สัญญารายเดียวด้วยยอดเท่ากันสองครั้งในวันเดียว',
  },
  source: 'Duplicate payment tests of the ACFE Fraud Examiners Manual (same vendor, same invoice or amount)',
  parameters: {},
  categories: ['budgetaccount'],
  types: ['WorkAccepted', 'AcceptanceReversed', 'DisbursementMade', 'DisbursementReversed'],
  fold(event, look) {
    if (!isOfAccount(event)) return [];
    switch (event.event.type) {
      case 'AcceptanceReversed':
      case 'DisbursementReversed':
        return takenBack(event, look);
      default:
        return recorded(event, look);
    }
  },
});

const keyOf = (...parts: readonly (string | undefined)[]): string => JSON.stringify(parts);
type Named = Pick<Copy, 'stream' | 'document'>;
/** What was found of a document, so that it ends when the document is taken back. */
const shownKey = ({ stream, document }: Named): string => keyOf('shown', stream, document);
/** The amount that was taken back of a document. */
const reversedKey = ({ stream, document }: Named): string => keyOf('reversed', stream, document);
/** The document that an event records or takes back. */
function documentIn({ event }: AuditedAccountEvent): { name: string; amount: string } | undefined {
  switch (event.type) {
    case 'WorkAccepted':
    case 'AcceptanceReversed': {
      const { acceptance, item, amount } = event.data;
      return {
        name: `acceptance ${[acceptance, ...(item === undefined ? [] : [item])].join(', item ')}`,
        amount,
      };
    }
    case 'DisbursementMade':
    case 'DisbursementReversed': {
      const { disbursement, item, amount } = event.data;
      return {
        name: `disbursement ${[disbursement, ...(item === undefined ? [] : [item])].join(', item ')}`,
        amount,
      };
    }
    default:
      return undefined;
  }
}

function traitsOf(audited: AuditedAccountEvent): Trait[] {
  const { event, stream, counterparty, source, effectiveOn } = audited;
  const traits: Trait[] = [];
  if (event.type === 'WorkAccepted' && event.data.invoice !== undefined) {
    const { draws, invoice } = event.data;
    // Two counterparties may well use the same number.
    const of = counterparty === undefined ? [stream, draws.commitment] : [foldedName(counterparty)];
    traits.push({
      key: keyOf('invoice', ...of, invoice),
      says: () => ({ en: `the invoice ${invoice} was accepted`, th: `ใบแจ้งหนี้ ${invoice} ตรวจรับแล้ว` }),
    });
  }
  if (event.type === 'DisbursementMade' && counterparty !== undefined) {
    const { amount } = event.data;
    const says = () => ({
      en: `${amount} baht were paid to ${counterparty} on ${effectiveOn}`,
      th: `จ่าย ${amount} บาทให้ ${counterparty} วันที่ ${printDay(effectiveOn, 'th')}`,
    });
    traits.push({ key: keyOf('payment', foldedName(counterparty), amount, effectiveOn), says });
  }
  const document = documentIn(audited);
  if (source !== undefined && document !== undefined) {
    const { amount } = document;
    const says = () => ({
      en: `${event.type} of ${amount} baht on ${effectiveOn} was recorded out of “${source.slice(0, 100)}”`,
      th: `รายการ${eventName(event.type).th} ${amount} บาท วันที่ ${printDay(effectiveOn, 'th')} บันทึกจาก “${source.slice(0, 100)}”`,
    });
    traits.push({ key: keyOf('source', stream, event.type, source, amount, effectiveOn), says });
  }
  return traits;
}

function recorded(event: AuditedAccountEvent, look: Look): Effect[] {
  const document = documentIn(event);
  if (document === undefined) return [];
  const { stream, account, commandId, position } = event;
  const copy: Copy = {
    document: document.name,
    stream,
    project: account.project,
    amount: document.amount,
    command: commandToken(commandId),
    at: position,
    by: makerOf(event),
  };
  const effects: Effect[] = [];
  const shown = new Map<string, string[]>();
  for (const trait of traitsOf(event)) {
    const before = copiesIn(event, look(trait.key)).filter((each) => !isGone(each, reversedOf(each, look)));
    const copies = [...before, copy].slice(-MOST_KEPT);
    effects.push(remember(trait.key, keptCopies(event, copies)));
    // Lines of one document come with one command; what another command records is a copy.
    if (!before.some(({ command }) => command !== copy.command)) continue;
    effects.push(found(foundTwice(event, trait, copies)));
    for (const each of copies) {
      const key = shownKey(each);
      const known = shown.get(key) ?? ((look(key) ?? []) as readonly string[]);
      shown.set(key, [...new Set([...known, trait.key])]);
    }
  }
  return [...effects, ...[...shown].map(([key, traits]) => remember(key, traits))];
}

const STAGES_IN_THAI: Readonly<Record<string, string>> = { acceptance: 'ตรวจรับ', disbursement: 'เบิกจ่าย' };

/** A document as `documentIn` names it: stage, number and item. */
function inThai(document: string): string {
  const [stage = '', ...rest] = document.split(' ');
  return `${STAGES_IN_THAI[stage] ?? stage} ${rest.join(' ').replace(', item ', ', รายการ ')}`;
}

function foundTwice(event: AuditedAccountEvent, { key, says }: Trait, copies: readonly Copy[]): Found {
  const projects = [...new Set(copies.map(({ project }) => project))];
  const said = says();
  const isCut = copies.length === MOST_KEPT;
  const times = `${isCut ? 'at least ' : ''}${copies.length} times`;
  const timesInThai = `${isCut ? 'อย่างน้อย ' : ''}${copies.length} ครั้ง`;
  const names = copies.map(({ project, document }) => `${project} ${document}`);
  const namesInThai = copies.map(({ project, document }) => `${project} ${inThai(document)}`);
  return {
    key,
    severity: 'medium',
    sentence: {
      en: `${projects.join(', ')}: ${said.en} ${times} (${names.join('; ')}).`,
      th: `${projects.join(', ')}: ${said.th} ${timesInThai} (${namesInThai.join('; ')})`,
    },
    project: projects.length === 1 ? projects[0] : undefined,
    fiscalYear: event.account.fiscalYear,
    effectiveOn: event.effectiveOn,
    amount: parseBaht(copies.at(-1)?.amount),
    people: [...new Set([...copies.map(({ by }) => by), ...peopleOf(event)])],
    events: copies.map(({ at }) => at),
  };
}

/** Satang that were taken back of a document, bit by bit. */
const reversedOf = (document: Named, look: Look): Satang => (look(reversedKey(document)) ?? ZERO) as Satang;
const isGone = ({ amount }: Copy, reversed: Satang): boolean => reversed >= parseBaht(amount);

/** Taken back wholly, a document is no copy any more: neither in what was found, nor in what may be. */
function takenBack(event: AuditedAccountEvent, look: Look): Effect[] {
  const document = documentIn(event);
  if (document === undefined) return [];
  const gone = { stream: event.stream, document: document.name };
  const reversed = total([reversedOf(gone, look), parseBaht(document.amount)]);
  const traits = (look(shownKey(gone)) ?? []) as readonly string[];
  const effects = traits.flatMap((trait) => {
    const left = copiesIn(event, look(trait)).filter(
      (each) => each.stream !== gone.stream || each.document !== gone.document || !isGone(each, reversed),
    );
    const isOver = new Set(left.map(({ command }) => command)).size < 2;
    return [remember(trait, keptCopies(event, left)), ...(isOver ? [ended(trait, event.position)] : [])];
  });
  return [remember(reversedKey(gone), reversed), ...effects];
}
