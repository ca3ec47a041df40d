import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';

/**
 * Loaded before the api: tells, when its parent asks, by how much its event loop was late since the last question; or
 * turns a bare thread beside it for some time, and then tells.
 */
const RESOLUTION_MS = 5;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

// The histogram holds the whole interval of its own timer, not what it was late by.
const late = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);

const tell = () => {
  process.send?.({ probe: { p99: late(delay.percentile(99)), max: late(delay.max), samples: delay.count } });
  delay.reset();
};

process.on('message', (message) => {
  if (message?.probe === 'read') tell();
  if (message?.probe !== 'spin') return;
  delay.reset();
  const spin = `const end = performance.now() + ${Number(message.ms)}; while (performance.now() < end);`;
  new Worker(spin, { eval: true }).once('exit', tell);
});
