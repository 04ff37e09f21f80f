/** One metric: what it is, what its labels may say, and where a histogram is cut. */
export interface Metric {
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  /** Labels have few values, all known beforehand: never a project, a person or a number of a document. */
  readonly labels?: readonly string[];
  readonly buckets?: readonly number[];
}

/** Seconds from half a millisecond, the sync of a good disk, to ten seconds. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Up to the most that one commit takes. */
const APPENDS = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** Every metric there is, by its name in the convention of Prometheus: base units, `_total` for what only grows. */
export const CATALOGUE = {
  obligo_build_info: {
    kind: 'gauge',
    help: 'Always 1; version and runtime of the process as labels.',
    labels: ['service', 'version', 'node'],
  },
  obligo_ready: { kind: 'gauge', help: '1 while the process can do its work, 0 while it cannot.' },
  obligo_http_request_duration_seconds: {
    kind: 'histogram',
    help: 'Time from a request to the end of its answer, by pattern of the route and class of the status.',
    labels: ['method', 'route', 'status'],
    buckets: SECONDS,
  },
  obligo_refusals_total: {
    kind: 'counter',
    help: 'Requests that were refused, by the code of the refusal.',
    labels: ['code'],
  },
  obligo_commands_total: {
    kind: 'counter',
    help: 'Commands by their type and what became of them: recorded, refused or failed.',
    labels: ['command', 'outcome'],
  },
  obligo_command_retries_total: {
    kind: 'counter',
    help: 'Commands that were decided again because others wrote first or an answer was lost, by reason.',
    labels: ['reason'],
  },
  obligo_append_duration_seconds: {
    kind: 'histogram',
    help: 'Time from an append to its durable answer.',
    labels: ['log'],
    buckets: SECONDS,
  },
  obligo_append_batch_appends: {
    kind: 'histogram',
    help: 'Appends that became durable by one commit.',
    labels: ['log'],
    buckets: APPENDS,
  },
  obligo_append_queue_depth: { kind: 'gauge', help: 'Appends that wait for their commit.', labels: ['log'] },
  obligo_append_conflicts_total: {
    kind: 'counter',
    help: 'Appends that came too late: the stream had moved on.',
    labels: ['log'],
  },
  obligo_appended_events_total: { kind: 'counter', help: 'Events that became durable.', labels: ['log'] },
  obligo_appended_bytes_total: {
    kind: 'counter',
    help: 'Bytes of data and metadata of events that became durable.',
    labels: ['log'],
  },
  obligo_store_retries_total: {
    kind: 'counter',
    help: 'Calls to the event database that were repeated, by reason.',
    labels: ['log', 'reason'],
  },
  obligo_store_standing: {
    kind: 'gauge',
    help: '1 for how the store stands: ready, catching-up, disconnected or alarm; 0 for the others.',
    labels: ['log', 'standing'],
  },
  obligo_subscription_lag_events: {
    kind: 'gauge',
    help: 'Events that the event database has and the copy of this process has not.',
    labels: ['log'],
  },
  obligo_subscription_lag_seconds: {
    kind: 'gauge',
    help: 'How long the copy of this process has been behind the event database.',
    labels: ['log'],
  },
  obligo_log_position: { kind: 'gauge', help: 'Position of the last event.', labels: ['log'] },
  obligo_projection_position: { kind: 'gauge', help: 'Position up to which the read models have read.' },
  obligo_projection_lag_events: { kind: 'gauge', help: 'Positions that the read models have not read yet.' },
  obligo_projection_lag_seconds: {
    kind: 'gauge',
    help: 'Age of the oldest event that the read models have not read yet.',
  },
  obligo_projected_events_total: { kind: 'counter', help: 'Events that were taken to the read models.' },
  obligo_projection_page_duration_seconds: {
    kind: 'histogram',
    help: 'Time that one transaction of the read models took.',
    buckets: SECONDS,
  },
  obligo_read_models_stopped: {
    kind: 'gauge',
    help: '1 while the read models stand still at an event that they cannot handle.',
  },
  obligo_unsealed_events: {
    kind: 'gauge',
    help: 'Events under no signed checkpoint yet.',
    labels: ['log'],
  },
  obligo_unsealed_seconds: {
    kind: 'gauge',
    help: 'How long the oldest event under no checkpoint has waited.',
  },
  obligo_seal_standing: {
    kind: 'gauge',
    help: '1 for how the seals stand: sealed, waiting, stuck or broken; 0 for the others.',
    labels: ['standing'],
  },
  obligo_data_disk_free_bytes: { kind: 'gauge', help: 'Bytes that are free where the data folder lies.' },
  obligo_data_disk_size_bytes: { kind: 'gauge', help: 'Size of the disk where the data folder lies.' },
  process_cpu_seconds_total: { kind: 'counter', help: 'Processor time of the process, user and system.' },
  process_resident_memory_bytes: { kind: 'gauge', help: 'Resident memory of the process.' },
  process_start_time_seconds: { kind: 'gauge', help: 'When the process began, in seconds since 1970.' },
  process_open_fds: { kind: 'gauge', help: 'Open file descriptors; only where the system tells.' },
  nodejs_heap_used_bytes: { kind: 'gauge', help: 'Memory of the JavaScript heap that is in use.' },
  nodejs_eventloop_lag_seconds: {
    kind: 'gauge',
    help: 'Delay of the event loop since the last time it was asked, by quantile.',
    labels: ['quantile'],
  },
  nodejs_eventloop_utilization_ratio: {
    kind: 'gauge',
    help: 'Part of the time since the last time it was asked in which the event loop was busy.',
  },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof CATALOGUE;

/** The metrics of one kind. */
export type NameOf<Kind extends Metric['kind']> = {
  [Name in MetricName]: (typeof CATALOGUE)[Name]['kind'] extends Kind ? Name : never;
}[MetricName];
