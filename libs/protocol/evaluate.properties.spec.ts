import { describe, expect, test } from '@jest/globals';
import { FINDING_STATES, SPECIALTIES, type FindingState } from '#contracts/enums';
import { fc } from '../../test/support/lot.ts';
import { FINDINGS } from './dictionary/findings.data.ts';
import { MEASUREMENTS } from './dictionary/measurements.data.ts';
import { rank } from './engine/compiled.ts';
import { atomsOf } from './expression/expression.ts';
import { parseExpression } from './expression/parse-expression.ts';
import {
  evaluate,
  protocolFor,
  replay,
  shippedProtocols,
  type Facts,
  type Measurement,
  type Protocol,
} from './index.ts';
import { convert } from './measures/units.ts';
import { NOW } from './testing/facts.factory.ts';

const RUNS = 300;
const findingId = fc.constantFrom(...Object.keys(FINDINGS));
const state = fc.constantFrom(...FINDING_STATES);

const measurement: fc.Arbitrary<Measurement> = fc
  .constantFrom(...Object.entries(MEASUREMENTS))
  .chain(([name, { min, max, unit }]) =>
    fc
      .double({ min, max, noNaN: true })
      .map((value) => ({ name, value: Number(value.toFixed(1)), unit: unit === '' ? null : unit })),
  );

const facts: fc.Arbitrary<Facts> = fc.record({
  specialty: fc.constantFrom(...SPECIALTIES),
  age: fc.integer({ min: 0, max: 100 }),
  sex: fc.constantFrom('F', 'M', 'unknown'),
  findings: fc.dictionary(findingId, state, { maxKeys: 10 }),
  measurements: fc.array(measurement, { maxLength: 5 }),
  context: fc.record(
    {
      surgery_in_days: fc.integer({ min: 0, max: 60 }),
      days_since_discharge: fc.integer({ min: 0, max: 30 }),
      hours_since_last_pain: fc.integer({ min: 0, max: 200 }),
    },
    { requiredKeys: [] },
  ),
});

const run = (given: Facts, protocol: Protocol = protocolFor(given.specialty)) =>
  evaluate(given, protocol, NOW, { mode: 'structured' });

/** Signs that some rule negates: adding one may lower a class, by the rule's own words. */
const NEGATED = new Set(
  shippedProtocols().flatMap(({ rules }) =>
    rules.flatMap(({ when }) =>
      atomsOf(parseExpression(when)).flatMap(({ atom, negated }) => (negated ? [atom.id] : [])),
    ),
  ),
);

describe('Whatever the facts', () => {
  test('adding a sign that no rule negates never lowers the class', () => {
    const neutral = findingId.filter((id) => !NEGATED.has(id));
    fc.assert(
      fc.property(facts, neutral, (given, id) => {
        const more = { ...given, findings: { ...given.findings, [id]: 'present' as FindingState } };
        expect(rank(run(more).class)).toBeLessThanOrEqual(rank(run(given).class));
      }),
      { numRuns: RUNS },
    );
  });

  test('turning an unknown sign into a denied one changes no class and no rule', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const findings = Object.fromEntries(
          Object.entries(given.findings).map(([id, value]): [string, FindingState] => [
            id,
            value === 'present' ? 'present' : 'denied',
          ]),
        );
        const ids = (proposal: ReturnType<typeof run>): string[] => proposal.rules.map(({ id }) => id);
        expect(ids(run({ ...given, findings }))).toEqual(ids(run(given)));
      }),
      { numRuns: RUNS },
    );
  });

  test('the order of facts and rules changes nothing', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const protocol = protocolFor(given.specialty);
        const turned = {
          ...given,
          findings: Object.fromEntries(Object.entries(given.findings).reverse()),
          measurements: [...given.measurements].reverse(),
        };
        const { snapshot: _a, ...expected } = run(given, protocol);
        const { snapshot: _b, ...obtained } = run(turned, { ...protocol, rules: [...protocol.rules].reverse() });
        expect(obtained).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });

  test('a value in another unit keeps the class and the rules', () => {
    const convertible = Object.entries(MEASUREMENTS).flatMap(([name, { min, max, unit, units }]) =>
      Object.entries(units ?? {}).map(([other, factor]) => ({ name, min, max, unit, other, factor })),
    );
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom(...convertible),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, measure, share) => {
          const { name, min, max, unit, other, factor } = measure;
          const typed = Number(((min + share * (max - min)) / factor).toFixed(6));
          const canonical = { name, value: convert(typed, factor), unit: unit === '' ? null : unit };
          const inUnit = (m: Measurement) =>
            run({ ...given, measurements: [m] }).rules.map(({ id, class: priority }) => [id, priority]);
          expect(inUnit({ name, value: typed, unit: other })).toEqual(inUnit(canonical));
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('the snapshot gives the same proposal again', () => {
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom('structured', 'text', 'both'),
        fc.string({ maxLength: 200 }),
        (given, mode, freeText) => {
          const proposal = evaluate({ ...given, freeText }, protocolFor(given.specialty), NOW, { mode });
          expect(replay(JSON.parse(JSON.stringify(proposal.snapshot)))).toEqual(proposal);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('the text never lowers what the boxes say', () => {
    const phrases = fc.array(
      fc.constantFrom(
        'ECG normal.',
        'Péricardite typique.',
        'Syncope vasovagale.',
        'Pas de douleur thoracique.',
        'TA 12/8, FC 70.',
        'Asymptomatique.',
        'FA permanente stable.',
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(facts, phrases, (given, said) => {
        const both = evaluate({ ...given, freeText: said.join(' ') }, protocolFor(given.specialty), NOW, {
          mode: 'both',
        });
        expect(rank(both.class)).toBeLessThanOrEqual(rank(run(given).class));
      }),
      { numRuns: RUNS },
    );
  });

  test('P0 is due at once with the banner, and nothing else shows it', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { class: priority, redFlag, dueInHours, rules } = run(given);
        expect(redFlag).toBe(priority === 'P0');
        if (priority === 'P0') expect(dueInHours).toBe(0);
        expect(rules.length).toBeGreaterThan(0);
        expect(rules.every(({ reason }) => reason.startsWith('P') && reason.includes('règle'))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});
