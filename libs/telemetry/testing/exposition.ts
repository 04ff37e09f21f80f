/** One metric family of an answer to Prometheus. */
export interface Family {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const HELP = /^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) ((?:[^\\]|\\\\|\\n)+)$/;
const TYPE = /^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\\\|\\"|\\n)*)"(?:,|$)/;
const NUMBER = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|[+-]Inf|NaN)$/i;

/**
 * Reads the text format of Prometheus, version 0.0.4, and throws at the first line that is not of it: every sample
 * below the HELP and TYPE of its family, no family and no series twice, counters that end in `_total`, histograms
 * whose buckets only grow, end at +Inf and agree with their count.
 */
export function parseExposition(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  const families = new Map<string, Family & { readonly samples: Sample[] }>();
  let open: { name: string; help: string } | undefined;
  let family: (Family & { readonly samples: Sample[] }) | undefined;
  for (const line of text.slice(0, -1).split('\n')) {
    const help = HELP.exec(line);
    const type = TYPE.exec(line);
    if (help) {
      open = { name: help[1] as string, help: help[2] as string };
    } else if (type) {
      const [, name, kind] = type as unknown as [string, string, Family['type']];
      if (open?.name !== name) throw new Error(`no HELP before: ${line}`);
      if (families.has(name)) throw new Error(`twice: ${name}`);
      family = { name, type: kind, help: open.help, samples: [] };
      families.set(name, family);
    } else if (line !== '') {
      const sample = sampleIn(line);
      if (!family || !belongs(family, sample.name)) throw new Error(`outside of its family: ${line}`);
      family.samples.push(sample);
    }
  }
  for (const each of families.values()) check(each);
  return families;
}

function sampleIn(line: string): Sample {
  const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
  if (name === '' || !NUMBER.test(value)) throw new Error(`no sample: ${line}`);
  return { name, labels: labelsIn(labels, line), value: Number(value.replace('Inf', 'Infinity')) };
}

function labelsIn(text: string, line: string): Record<string, string> {
  const labels: Record<string, string> = {};
  let rest = text;
  while (rest !== '') {
    const found = LABEL.exec(rest);
    if (!found) throw new Error(`labels: ${line}`);
    const [whole, name = '', value = ''] = found;
    if (name in labels) throw new Error(`label twice: ${line}`);
    labels[name] = value.replaceAll(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
    rest = rest.slice(whole.length);
  }
  return labels;
}

const belongs = ({ name, type }: Family, sample: string): boolean =>
  type === 'histogram'
    ? [`${name}_bucket`, `${name}_sum`, `${name}_count`].includes(sample)
    : sample === name;

function check(family: Family): void {
  const { name, type, samples } = family;
  if (type === 'counter' && !name.endsWith('_total')) throw new Error(`${name} is a counter without _total`);
  if (type !== 'counter' && name.endsWith('_total')) throw new Error(`${name} is no counter`);
  const series = samples.map(({ name: of, labels }) => `${of}${keyOf(labels)}`);
  if (new Set(series).size !== series.length) throw new Error(`${name} has a series twice`);
  if (type === 'counter' && samples.some(({ value }) => value < 0)) throw new Error(`${name} went below 0`);
  if (type === 'histogram') checkHistogram(family);
}

function checkHistogram({ name, samples }: Family): void {
  const groups = Map.groupBy(samples, ({ labels: { le: _, ...labels } }) => keyOf(labels));
  for (const group of groups.values()) {
    const buckets = group.filter((sample) => sample.name.endsWith('_bucket'));
    const bounds = buckets.map(({ labels }) => Number(labels['le']?.replace('Inf', 'Infinity')));
    const counts = buckets.map(({ value }) => value);
    if (bounds.at(-1) !== Infinity) throw new Error(`${name} does not end at +Inf`);
    if (!isGrowing(bounds) || new Set(bounds).size !== bounds.length)
      throw new Error(`${name} has bounds in disorder`);
    if (!isGrowing(counts)) throw new Error(`${name} has buckets that shrink`);
    const count = group.find((sample) => sample.name.endsWith('_count'));
    if (count?.value !== counts.at(-1)) throw new Error(`${name} disagrees with its count`);
    if (!group.some((sample) => sample.name.endsWith('_sum'))) throw new Error(`${name} has no sum`);
  }
}

const isGrowing = (numbers: readonly number[]): boolean =>
  numbers.every((each, place) => place === 0 || each >= (numbers[place - 1] as number));

const keyOf = (labels: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(labels).sort(([one], [other]) => one.localeCompare(other)));
