import type { StoreObserver } from '#event-store';
import { RefusalError } from '#kernel';
import type { PostingObserver, StepFacts } from '#posting';
import type { OnPage } from '#read-models';
import { commandSpanId, currentSpan, type Metrics, type Telemetry, tracePage, withSpan } from '#telemetry';

/** Who hears what a ledger does, for metrics and traces. */
export interface LedgerObservers {
  store(log: 'ledger' | 'access'): StoreObserver | undefined;
  readonly posting: PostingObserver;
  readonly onPage: OnPage;
}

/** Nobody, where neither metrics nor traces are kept. */
export function observersOf(telemetry: Telemetry | undefined): LedgerObservers | undefined {
  if (!telemetry || (!telemetry.tracing && !telemetry.metrics)) return undefined;
  const { metrics } = telemetry;
  return {
    store: (log) => telemetry.observer(log),
    posting: postingObserver(metrics),
    onPage: (page, startedAt, endedAt) => {
      metrics?.count('obligo_projected_events_total', page.length);
      metrics?.record('obligo_projection_page_duration_seconds', (endedAt - startedAt) / 1000);
      tracePage('projection.page', page, startedAt);
    },
  };
}

const REASONS = ['conflict', 'already-recorded', 'outcome-unknown', 'neighbour-failed'] as const;

function postingObserver(metrics: Metrics | undefined): PostingObserver {
  for (const reason of REASONS) metrics?.count('obligo_command_retries_total', 0, { reason });
  return {
    step: (name, facts, run) => {
      const whole = name === 'posting.command';
      const traced = () =>
        withSpan(
          name,
          attributesOf(facts),
          run,
          // A projector in any process finds the span of a command by the command alone.
          whole && facts.commandId !== undefined ? { spanId: commandSpanId(facts.commandId) } : {},
        );
      return metrics && whole ? counted(metrics, facts, traced) : traced();
    },
    again: (reason) => {
      metrics?.count('obligo_command_retries_total', 1, { reason });
      currentSpan()?.addEvent('decided again', { 'obligo.reason': reason });
    },
  };
}

const attributesOf = ({ command, commandId, organisation, count }: StepFacts) => ({
  ...(command === undefined ? {} : { 'obligo.command': command }),
  ...(commandId === undefined ? {} : { 'obligo.command.id': commandId }),
  ...(organisation === undefined ? {} : { 'obligo.organisation': organisation }),
  ...(count === undefined ? {} : { 'obligo.count': count }),
});

/** Counts a command by what became of it; a dry run is a question. */
function counted<T>(metrics: Metrics, { command = 'none', dryRun }: StepFacts, run: () => T): T {
  const result = run();
  if (dryRun || !(result instanceof Promise)) return result;
  const count = (outcome: string) => metrics.count('obligo_commands_total', 1, { command, outcome });
  return result.then(
    (value: unknown) => {
      count('recorded');
      return value;
    },
    (error: unknown) => {
      count(isVerdict(error) ? 'refused' : 'failed');
      throw error;
    },
  ) as T;
}

const isVerdict = (error: unknown): boolean =>
  error instanceof RefusalError && error.refusal.kind !== 'unavailable' && error.refusal.kind !== 'defect';
