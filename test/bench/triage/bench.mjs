import { performance } from 'node:perf_hooks';
import { figuresOf, findingFigures } from './metrics.mjs';
import { NOW } from './note-to-facts.mjs';
import { judge, printFindings, STRUCTURED_BARS, TEXT_BARS } from './report.mjs';
import { evaluateNotes, KEPT_NOTES, NOTES, TUNED_NOTES } from './run.mjs';
import { UNIT_CASES } from './structured-cases.mjs';

const LONG_TEXT = 10_240;
const READING_BAR_MS = 20;

function unitCases(engine, say) {
  const wrong = UNIT_CASES.filter(({ specialty, findings, m, flags, expected }) => {
    const facts = {
      specialty,
      age: 70,
      sex: 'F',
      findings: Object.fromEntries(findings.map((id) => [id, 'present'])),
      measurements: m.map(([name, value, unit]) => ({ name, value, unit })),
      context: {},
    };
    const proposal = engine.evaluate(facts, engine.protocolFor(specialty), NOW, { mode: 'structured' });
    const raised = proposal.flags.map(({ flag }) => flag);
    const isUnit = (flag) => flag.startsWith('unit_') || flag === 'implausible_value';
    return (
      proposal.class !== expected ||
      !flags.every((flag) => raised.includes(flag)) ||
      raised.filter(isUnit).length < flags.length ||
      (flags.length === 0 && raised.some(isUnit))
    );
  });
  say(
    `units and plausibility: ${UNIT_CASES.length - wrong.length} of ${UNIT_CASES.length}${wrong.map(({ id }) => ` ${id}`).join('')}`,
  );
  return wrong.length === 0;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function readingTime(engine, say) {
  const text = NOTES.map((note) => note.text)
    .join('\n')
    .repeat(2)
    .slice(0, LONG_TEXT);
  const timed = (work) => {
    const times = [];
    for (let i = 0; i < 15; i += 1) {
      const start = performance.now();
      work();
      times.push(performance.now() - start);
    }
    return median(times.slice(-5));
  };
  const reading = timed(() => engine.readText(text, { specialty: 'cardiologie', now: NOW }));
  const bare = timed(() =>
    text
      .normalize('NFD')
      .toLowerCase()
      .split(/[^a-z0-9]+/),
  );
  const isHeld = reading <= READING_BAR_MS;
  say(
    `  ${isHeld ? 'ok  ' : 'MISS'} 10 kB read in ${reading.toFixed(1)} ms   bar ≤ ${READING_BAR_MS} ms   (splitting it into words: ${bare.toFixed(1)} ms)`,
  );
  return isHeld;
}

/** Every figure of the triage proofs; true when every bar is held. */
export function runTriageBench(engine, say = console.log) {
  const kept = evaluateNotes(engine, KEPT_NOTES, 'text');
  judge('free text, tuned notes', figuresOf(evaluateNotes(engine, TUNED_NOTES, 'text')), TEXT_BARS, say);
  const held = [
    judge('free text, kept third', figuresOf(kept), TEXT_BARS, say),
    judge('boxes and measures', figuresOf(evaluateNotes(engine, NOTES, 'structured')), STRUCTURED_BARS, say),
    unitCases(engine, say),
    readingTime(engine, say),
  ];
  printFindings(findingFigures(kept), say);
  return held.every(Boolean);
}
