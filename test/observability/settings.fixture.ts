import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../deploy/observability');

/** One expression for Prometheus, with where it stands. */
export interface Expression {
  readonly at: string;
  readonly expr: string;
}

interface Panel {
  readonly title: string;
  readonly type: string;
  readonly description?: string;
  readonly targets?: readonly { readonly expr: string }[];
}

const alertsText = (): string => readFileSync(join(FOLDER, 'alerts.yaml'), 'utf8');

/** Every alert with its expression and the section of the runbook that it names. */
export function alerts(): (Expression & { readonly runbook: string })[] {
  return alertsText()
    .split(/^ {6}- alert: /m)
    .slice(1)
    .map((text) => ({
      at: text.slice(0, text.indexOf('\n')),
      expr: /^ +expr: (.+)$/m.exec(text)?.[1] ?? '',
      runbook: /^ +runbook: (.+)$/m.exec(text)?.[1] ?? '',
    }));
}

/** Every panel of the dashboard that shows something. */
export function panels(): Panel[] {
  const { panels: all } = JSON.parse(readFileSync(join(FOLDER, 'grafana/obligo.json'), 'utf8')) as {
    readonly panels: readonly Panel[];
  };
  return all.filter(({ type }) => type !== 'row');
}

/** Every expression of the alerts and the dashboard. */
export const expressions = (): Expression[] => [
  ...alerts(),
  ...panels().flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ at: title, expr }))),
];

/** The metrics that an expression asks for, with the labels that it sorts them by. */
export function askedIn(expr: string): { readonly metric: string; readonly labels: readonly string[] }[] {
  const grouped = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  );
  return [...expr.matchAll(/\b((?:obligo|process|nodejs)_[a-z_]+)(?:\{([^}]*)\})?/g)].map(
    ([, metric = '', matchers = '']) => ({
      metric,
      labels: [
        ...grouped,
        ...[...matchers.matchAll(/([a-z_]+)(?:=~|!=|!~|=)"/g)].map(([, name = '']) => name),
      ],
    }),
  );
}
