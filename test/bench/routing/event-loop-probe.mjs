import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Loaded before the api: tells, when its parent asks, by how much its event loop was late since the last question. */
const RESOLUTION_MS = 5;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

// The histogram holds the whole interval of its own timer, not what it was late by.
const late = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);

process.on('message', (message) => {
  if (message?.probe !== 'read') return;
  process.send?.({ probe: { p99: late(delay.percentile(99)), max: late(delay.max), samples: delay.count } });
  delay.reset();
});
