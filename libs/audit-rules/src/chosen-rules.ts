import { messageOf, parseBaht, RefusalError } from '#kernel/folding';
import { refuse } from './refusals.ts';
import type { AuditRule, Parameter } from './rule.ts';

/** A rule with the values of its parameters; amounts in satang. */
export interface ChosenRule {
  readonly rule: AuditRule;
  readonly values: Readonly<Record<string, number>>;
  /** The values as they are written: numbers, and amounts as decimal strings in baht. */
  readonly written: Readonly<Record<string, number | string>>;
}

/**
 * The rules with their parameters: those that a JSON text `{ rule: { parameter: value } }` names, the defaults for
 * the rest. Throws the refusal `audit-rules-unusable` for a rule, a parameter or a value that there is not.
 */
export function chooseRules(rules: readonly AuditRule[], text = '{}'): readonly ChosenRule[] {
  const given = objectOf(parsed(text), 'the file');
  const unknown = Object.keys(given).find((id) => !rules.some((rule) => rule.id === id));
  if (unknown !== undefined) {
    throw unusable(
      `there is no rule "${unknown.slice(0, 64)}"; expected ${rules.map(({ id }) => id).join(', ')}`,
    );
  }
  return rules.map((rule) => chosen(rule, given[rule.id]));
}

function chosen(rule: AuditRule, given: unknown): ChosenRule {
  const changes = given === undefined ? {} : objectOf(given, rule.id);
  const unknown = Object.keys(changes).find((name) => !Object.hasOwn(rule.parameters, name));
  if (unknown !== undefined) {
    const names = Object.keys(rule.parameters).join(', ') || 'none';
    throw unusable(`${rule.id} has no parameter "${unknown.slice(0, 64)}"; expected ${names}`);
  }
  const written: Record<string, number | string> = {};
  const values: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(rule.parameters)) {
    const value = changes[name] ?? parameter.default;
    values[name] = valueOf(parameter, value, `${rule.id}.${name}`);
    written[name] = value as number | string;
  }
  return { rule, values, written };
}

function valueOf({ unit }: Parameter, value: unknown, where: string): number {
  if (unit === 'baht') {
    try {
      return parseBaht(value);
    } catch (error) {
      if (error instanceof RefusalError) throw unusable(`${where}: ${error.refusal.message}`);
      throw error;
    }
  }
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw unusable(
    `${where} is ${JSON.stringify(value).slice(0, 40)}: expected a whole number of ${unit}, 0 or more`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unusable(`it is not JSON (${messageOf(error)})`);
  }
}

function objectOf(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw unusable(`${where}: expected an object, such as { "dormant-commitments": { "days": 90 } }`);
}

const unusable = (detail: string) =>
  refuse('audit-rules-unusable', `The parameters of the audit rules are not usable: ${detail}.`);
