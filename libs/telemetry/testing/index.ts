/** What suites need to see what a process tells of itself: a collector of traces, a strict reader of metrics. */
export { type Family, parseExposition, type Sample } from './exposition.ts';
export { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from './otlp-receiver.ts';
