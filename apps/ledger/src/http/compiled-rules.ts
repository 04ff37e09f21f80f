import { getMetadataStorage, ValidationTypes, type ValidatorConstraintInterface } from 'class-validator';

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** Holds when an object satisfies a rule surely; what is not sure does not hold. */
type Check = (object: object, value: unknown) => boolean;

interface CompiledField {
  readonly name: string;
  /** Whether the rules count for a value at all, such as one that may be absent. */
  readonly conditions: readonly Check[];
  readonly checks: readonly Check[];
}

/** The rules of one class; nothing where one of them is not known here. */
interface CompiledClass {
  readonly known: ReadonlySet<string>;
  readonly fields: readonly CompiledField[];
}

const compiled = new Map<unknown, CompiledClass | undefined>();

/**
 * Whether an object surely satisfies the class-validator rules of its class, unknown fields being refused: without the errors
 * that the library builds on its way. False means only that the library must be asked.
 */
export function surelyValid(object: object): boolean {
  const { constructor } = object;
  if (typeof constructor !== 'function') return false;
  if (!compiled.has(constructor)) compiled.set(constructor, compile(constructor));
  const rules = compiled.get(constructor);
  if (rules === undefined) return false;
  for (const name of Object.keys(object)) if (!rules.known.has(name)) return false;
  for (const field of rules.fields) if (!fieldHolds(field, object)) return false;
  return true;
}

function fieldHolds({ name, conditions, checks }: CompiledField, object: object): boolean {
  const value = (object as Readonly<Record<string, unknown>>)[name];
  for (const counts of conditions) if (!counts(object, value)) return true;
  for (const holds of checks) if (!holds(object, value)) return false;
  return true;
}

function compile(target: Parameters<typeof rulesOf>[0]): CompiledClass | undefined {
  const fields: CompiledField[] = [];
  const rules = rulesOf(target);
  for (const [name, own] of Map.groupBy(rules, ({ propertyName }) => propertyName)) {
    const conditions: Check[] = [];
    const checks: Check[] = [];
    for (const rule of own) {
      const check = compileRule(rule);
      if (check === undefined) return undefined;
      (rule.type === ValidationTypes.CONDITIONAL_VALIDATION ? conditions : checks).push(check);
    }
    fields.push({ name, conditions, checks });
  }
  // A class without rules is one that the library refuses.
  return fields.length === 0 ? undefined : { known: new Set(fields.map(({ name }) => name)), fields };
}

const rulesOf = (target: NewableFunction | CallableFunction): readonly Rule[] =>
  getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);

/** Groups and promises are for the library. */
function compileRule(rule: Rule): Check | undefined {
  const groups = rule.groups as readonly unknown[] | undefined;
  if (groups !== undefined && groups.length > 0) return undefined;
  switch (rule.type) {
    case ValidationTypes.WHITELIST:
      return () => true;
    case ValidationTypes.CONDITIONAL_VALIDATION:
      return conditionOf(rule);
    case ValidationTypes.NESTED_VALIDATION:
      return nestedHolds;
    case ValidationTypes.IS_DEFINED:
    case ValidationTypes.CUSTOM_VALIDATION:
      return customCheck(rule);
    default:
      return undefined;
  }
}

function conditionOf({ constraints }: Rule): Check | undefined {
  const condition = constraints[0] as Check | undefined;
  return typeof condition === 'function' ? condition : undefined;
}

/** Objects of other classes than are declared, such as bytes, have no rules of their own. */
function nestedHolds(_: object, value: unknown): boolean {
  if (value === undefined) return true;
  if (Array.isArray(value)) return value.every((item) => isObject(item) && surelyValid(item));
  return isObject(value) && surelyValid(value);
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function customCheck(rule: Rule): Check | undefined {
  const constraints = getMetadataStorage().getTargetValidatorConstraints(rule.constraintCls);
  if (constraints.length === 0 || constraints.some(({ async }) => async)) return undefined;
  const instances = constraints.map(({ instance }) => instance);
  const { each, validateIf } = rule;
  return (object, value) => {
    if (validateIf && !validateIf(object, value)) return true;
    return instances.every((instance) =>
      each && Array.isArray(value)
        ? value.every((item) => accepts(instance, rule, object, item, value))
        : accepts(instance, rule, object, value, value),
    );
  };
}

/** Only a plain yes is sure: a promise of one is not. */
const accepts = (
  instance: ValidatorConstraintInterface,
  { target, propertyName: property, constraints }: Rule,
  object: object,
  item: unknown,
  value: unknown,
): boolean => {
  const targetName = typeof target === 'string' ? target : target.name;
  return instance.validate(item, { targetName, property, object, value, constraints }) === true;
};
