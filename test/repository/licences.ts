/** What an installed package says of itself. */
export interface Licensed {
  readonly package: string;
  readonly version: string;
  /** An SPDX expression. A licence guessed from a text ends in `*`, as license-checker marks it. */
  readonly licence: string;
}

/** The allow-list and what was allowed beside it: test/repository/licences.json. */
export interface LicencePolicy {
  readonly allowed: readonly { readonly licence: string; readonly why: string }[];
  readonly exceptions: readonly Exception[];
}

interface Exception {
  readonly package: string;
  /** A package that changes its licence needs a new exception. */
  readonly licence: string;
  readonly why: string;
}

/** What is wrong with the licences of some packages, one sentence each; empty when nothing is. */
export function judgeLicences(packages: readonly Licensed[], policy: LicencePolicy): string[] {
  const allowed = new Set(policy.allowed.map(({ licence }) => licence));
  const odd = packages.filter(({ licence }) => !permits(licence, allowed));
  const excused = ({ package: name, licence }: Exception) =>
    odd.filter((found) => found.package === name && found.licence === licence);
  const known = new Set(policy.exceptions.flatMap(excused));
  return [
    ...odd
      .filter((found) => !known.has(found))
      .map(
        ({ package: name, version, licence }) =>
          `${name}@${version}: "${licence}" is not on the list of allowed licences.`,
      ),
    ...policy.exceptions
      .filter((exception) => excused(exception).length === 0)
      .map(({ package: name, licence }) => `${name}: the exception for "${licence}" is no longer needed.`),
  ];
}

/**
 * Whether an SPDX expression leaves a choice that is allowed. One that mixes AND with OR, or adds WITH,
 * is for people to judge.
 */
function permits(expression: string, allowed: ReadonlySet<string>): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (plain.includes(' OR ') && !plain.includes(' AND ')) {
    return plain.split(' OR ').some((licence) => allowed.has(licence));
  }
  return plain.split(' AND ').every((licence) => allowed.has(licence));
}
