import { SPECIALTIES, FINDING_STATES } from '#contracts/enums';
import { FINDINGS } from '../dictionary/findings.data.ts';
import { MEASUREMENTS } from '../dictionary/measurements.data.ts';
import { evaluate } from '../evaluate.ts';
import type { Facts } from '../facts.ts';
import { protocolFor } from '../protocols/registry.ts';
import { CONTEXT } from '../dictionary/context.data.ts';
import { NOW } from './facts.factory.ts';

/** Mulberry32: a small seeded generator, so that a failure can be run again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  'pas de sans ni dlr tho douleur thoracique syncope FA OMI TA 12/8 Sat 94 % si en cas ATCD 2015 il y a 3 jours depuis hier père décédé mort subite ? , . ; : \n - mais ECG normal NT-proBNP 3120 pg/mL K+ 6,8 souffle systolique 06 39 98 é œdème ’ « » palpitations effort dyspnée NYHA III AAA cm enceinte 32 SA 38°5 FC 180 / + ++ (-) AIT avc BAV suspicion non absence aucun'.split(
    ' ',
  );
const CHARACTERS = [
  ...'aàâéèêëîïôœûçAÉ0123456789 ,.;:!?\n\t/\\-+*()[]{}<>«»’\'"%°µ²≥≤\u00a0\u202f\u0000\ud83d\ude00\ud800$^|',
];
/** Texts that make a careless regular expression or a nested search slow. */
const TRAPS = [
  'pas ',
  'ni ',
  'a',
  ' ',
  '1',
  '1/',
  'ta ',
  'de la ',
  ', ',
  'douleur thoracique ',
  'syncope effort ',
  'nt-pro',
  'il y a ',
  '12/8 ',
  'm.',
  '- ',
  'é',
  'o.a.p.',
  '((',
  'si ',
  '1 000 ',
  'pere a 4',
];

function randomText(random: () => number): string {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const kind = random();
  if (kind < 0.05) return (pick(TRAPS) ?? '').repeat(Math.floor(random() * 400));
  const source: readonly string[] = kind < 0.4 ? CHARACTERS : WORDS;
  const length = Math.floor(random() * random() * 160);
  return Array.from({ length }, () => pick(source)).join(kind < 0.4 ? '' : ' ');
}

function randomValue(random: () => number): number | string {
  const kind = random();
  if (kind < 0.1) return randomText(random).slice(0, 30);
  if (kind < 0.15) return Number.NaN;
  if (kind < 0.2) return random() < 0.5 ? Number.POSITIVE_INFINITY : -0;
  return (random() - 0.1) * 10 ** Math.floor(random() * 6);
}

function randomFacts(random: () => number): Facts {
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
  const some = <T>(list: readonly T[], most: number): T[] =>
    Array.from({ length: Math.floor(random() * most) }, () => list[Math.floor(random() * list.length)]).filter(
      (item) => item !== undefined,
    );
  const names = [...Object.keys(MEASUREMENTS), 'bp', 'tsh', '__proto__', ''];
  const units = [null, '', 'ng/L', 'pmol/L', 'cmHg', '%', 's', 'cm', 'mg/L', '???'] as const;
  return {
    specialty: pick(SPECIALTIES),
    sex: pick(['F', 'M', 'unknown']),
    ...(random() < 0.8 ? { age: (random() - 0.1) * 150, ageUnit: pick(['years', 'months', 'days']) } : {}),
    findings: Object.fromEntries(
      some([...Object.keys(FINDINGS), 'nothing', 'constructor'], 9).map((id) => [id, pick(FINDING_STATES)]),
    ),
    measurements: some(names, 6).map((name) => ({
      name,
      value: randomValue(random),
      unit: pick(units),
      ...(random() < 0.2 ? { at: randomText(random).slice(0, 12) } : {}),
    })),
    context: Object.fromEntries(
      some([...Object.keys(CONTEXT), 'other'], 5).map((key) => [
        key,
        random() < 0.7 ? Math.floor((random() - 0.1) * 200) : randomText(random),
      ]),
    ),
    ...(random() < 0.3 ? { reason: pick(['syncope', 'hta', 'autre', '']) } : {}),
    freeText: randomText(random),
  };
}

export interface FuzzOutcome {
  slowestMs: number;
  slowest: Facts | undefined;
}

/** CPU time of this process in milliseconds: other processes of the machine do not count. */
const cpu = (): number => process.cpuUsage().user / 1000;

/** Evaluates `count` random requests. @throws Error on the first one that throws or is not explained, with its seed. */
export function fuzz(count: number, firstSeed: number): FuzzOutcome {
  let slowestMs = 0;
  let slowest: Facts | undefined;
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const facts = randomFacts(seeded(seed));
    const before = cpu();
    const proposal = evaluate(facts, protocolFor(facts.specialty), NOW);
    const spent = cpu() - before;
    if (spent > slowestMs) [slowestMs, slowest] = [spent, facts];
    const isExplained =
      proposal.rules.length > 0 && proposal.rules.every(({ reason, datum }) => reason !== '' && datum !== '');
    if (!isExplained) throw new Error(`seed ${seed}: a proposal without explanation`);
    for (const { quote, start, end } of proposal.proposedFindings)
      if (facts.freeText?.slice(start, end) !== quote) throw new Error(`seed ${seed}: a quote that is not in the text`);
  }
  return { slowestMs, slowest };
}
