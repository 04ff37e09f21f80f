import { type Satang, satang } from '#kernel';

export interface Part {
  readonly number: string;
  readonly amount: Satang;
}

/** Takes an amount from several, in the order given, each up to what it has; `rest` is what none could give. */
export function spread(
  from: readonly Part[],
  amount: Satang,
): { readonly parts: Part[]; readonly rest: Satang } {
  const parts: Part[] = [];
  let rest: number = amount;
  for (const { number, amount: most } of from) {
    const taken = Math.min(rest, most);
    if (taken <= 0) continue;
    parts.push({ number, amount: satang(taken) });
    rest -= taken;
  }
  return { parts, rest: satang(rest) };
}
