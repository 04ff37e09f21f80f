import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Metrics, Tell } from './metrics.ts';

const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;
const RESOLUTION_MS = 10;
/** Where Linux lists the open files of a process. */
const DESCRIPTORS = '/proc/self/fd';

/** Memory, processor and event loop, under the names that dashboards for Node know. Gives what ends it. */
export function tellOfProcess(metrics: Metrics): () => void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let before = performance.eventLoopUtilization();
  metrics.follow('process_cpu_seconds_total', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / MICROSECONDS;
  });
  metrics.observe(
    [
      'process_resident_memory_bytes',
      'process_start_time_seconds',
      'process_open_fds',
      'nodejs_heap_used_bytes',
      'nodejs_eventloop_lag_seconds',
      'nodejs_eventloop_utilization_ratio',
    ],
    (tell) => {
      const { rss, heapUsed } = process.memoryUsage();
      tell('process_resident_memory_bytes', rss);
      tell('nodejs_heap_used_bytes', heapUsed);
      tell('process_start_time_seconds', performance.timeOrigin / 1000);
      tellDescriptors(tell);
      for (const quantile of [50, 99]) {
        const lag = Math.max(0, delay.percentile(quantile) / NANOSECONDS - RESOLUTION_MS / 1000);
        tell('nodejs_eventloop_lag_seconds', lag, { quantile: `${quantile / 100}` });
      }
      delay.reset();
      const now = performance.eventLoopUtilization();
      tell('nodejs_eventloop_utilization_ratio', performance.eventLoopUtilization(now, before).utilization);
      before = now;
    },
  );
  return () => delay.disable();
}

function tellDescriptors(tell: Tell): void {
  try {
    tell('process_open_fds', readdirSync(DESCRIPTORS).length);
  } catch {
    // Other systems do not tell.
  }
}
