/** Months `YYYY-MM` from one to another, at most so many and one more. */
export function monthsBetween(from: string, to: string, most: number): string[] {
  const months: string[] = [];
  for (let month = from; month <= to && months.length <= most; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`;
}
