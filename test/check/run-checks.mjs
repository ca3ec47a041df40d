import { availableParallelism } from 'node:os';
import { runCommand } from '../run/run-command.mjs';
import { checkSteps } from './steps.mjs';

/** Runs the checks a few at a time; one line each, the complaints under those that fail. */
export async function runChecks(root, { quick = false, say = console.log } = {}) {
  const waiting = checkSteps(root, { quick });
  const tally = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const begun = performance.now();
      const { complaints, note } = await runStep(step, root);
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      const good = complaints.length === 0;
      tally[good ? 'passed' : 'failed'] += 1;
      say(`${good ? '✓' : '✗'} ${step.name} (${seconds} s)${note ? ` — ${note}` : ''}`);
      for (const complaint of complaints) say(complaint);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  return tally;
}

async function runStep(step, root) {
  try {
    if (step.check) return await step.check();
    const { code, output } = await runCommand(step.command, root);
    return { complaints: code === 0 ? [] : [output.trim()] };
  } catch (error) {
    return { complaints: [error.message] };
  }
}
