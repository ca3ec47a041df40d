import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runTriage } from './triage.command.ts';

class Sink extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

async function run(argv: string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  const stdout = new Sink();
  const stderr = new Sink();
  const code = await runTriage(argv, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr });
  return { code, out: stdout.text, err: stderr.text };
}

const item = (part: object = {}) => ({
  id: 'A1',
  specialty: 'cardiologie',
  requester: 'medecin_traitant',
  received_at: '2026-05-06T09:00:00Z',
  free_text_fr: 'Dyspnée d’effort. Pas de syncope.',
  structured: {
    age: 78,
    age_unit: 'years',
    sex: 'F',
    findings: ['suspected_heart_failure'],
    findings_absent: ['orthopnoea_pnd'],
    measurements: [{ name: 'nt_probnp', value: 3120, unit: 'ng/L' }],
    context: {},
  },
  ...part,
});
const evaluate = async (input: unknown, ...options: string[]) => {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  const result = await run(['evaluate', ...options, '-'], text);
  return { ...result, answers: result.out === '' ? [] : JSON.parse(result.out) };
};

describe('guichet triage evaluate', () => {
  test('answers one request with the published keys', async () => {
    const { code, answers, err } = await evaluate(item(), '--mode', 'structured');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(answers).toEqual([
      {
        id: 'A1',
        class: 'P3',
        red_flag: false,
        due_in_hours: 336,
        info_missing: true,
        missing: ['spo2', 'sbp'],
        flags: [],
        rules: [
          expect.objectContaining({
            id: 'HF06',
            protocol: 'cardiologie',
            version: '1.0.0',
            class: 'P3',
            source: 'NICE NG106',
          }),
          expect.objectContaining({ id: 'HF09', class: 'P4' }),
          expect.objectContaining({ id: 'HF10', class: 'P4' }),
        ],
        proposed_findings: [],
      },
    ]);
    expect(Object.keys(answers[0].rules[0])).toEqual([
      'id',
      'protocol',
      'version',
      'class',
      'reason',
      'source',
      'datum',
    ]);
  });

  test('reads boxes and text by default, and shows what it read', async () => {
    const { answers } = await evaluate(item());
    expect(answers[0].proposed_findings).toContainEqual({ id: 'syncope_recent', state: 'denied', quote: 'syncope' });
  });

  test('mode text leaves boxes and measures aside', async () => {
    const { answers } = await evaluate(item({ free_text_fr: 'Claudication.' }), '--mode', 'text');
    expect(answers[0].rules.map(({ id }: { id: string }) => id)).toEqual(['VS04']);
  });

  test('a P0 is due at once', async () => {
    const { answers } = await evaluate(item({ structured: { findings: ['chest_pain_ongoing'] } }));
    expect(answers[0]).toMatchObject({ class: 'P0', red_flag: true, due_in_hours: 0 });
  });

  test('arrays and lines keep their order; the short name of a specialty is understood', async () => {
    const two = [item({ id: 'B' }), item({ id: 'A', specialty: 'nephro', structured: {} })];
    expect((await evaluate(two)).answers.map(({ id }: { id: string }) => id)).toEqual(['B', 'A']);
    const lines = await evaluate(`${JSON.stringify(two[0])}\n\n${JSON.stringify(two[1])}\r\n`);
    expect(lines.answers.map(({ id }: { id: string }) => id)).toEqual(['B', 'A']);
  });

  test('an unknown requester and an unknown context key are kept', async () => {
    const structured = { findings: ['routine_follow_up'], context: { colour: 'blue' } };
    const { code, answers } = await evaluate(item({ requester: 'sage_femme', structured }));
    expect(code).toBe(0);
    expect(answers[0].class).toBe('P4');
  });

  test.each([
    [{ specialty: 'gastro' }, 'unknown_specialty', 'specialty'],
    [{ specialty: undefined }, 'required', 'specialty'],
    [{ id: undefined }, 'required', 'id'],
    [{ structured: { findings: ['toux'] } }, 'unknown_finding', 'structured.findings[0]'],
    [{ structured: { findings: 'syncope' } }, 'invalid_type', 'structured.findings'],
    [{ structured: { findings: ['constructor'] } }, 'unknown_finding', 'structured.findings[0]'],
    [
      { structured: { measurements: [{ name: 'pouls', value: 3, unit: null }] } },
      'unknown_measurement',
      'structured.measurements[0].name',
    ],
    [
      { structured: { measurements: [{ name: 'hr', value: null, unit: null }] } },
      'invalid_type',
      'structured.measurements[0].value',
    ],
    [{ structured: { age: 'douze' } }, 'invalid_type', 'structured.age'],
    [{ structured: { age: 3, age_unit: 'weeks' } }, 'invalid_value', 'structured.age_unit'],
    [{ structured: { sex: 'X' } }, 'invalid_value', 'structured.sex'],
    [{ structured: [] }, 'invalid_type', 'structured'],
    [{ received_at: 'hier' }, 'invalid_value', 'received_at'],
    [{ free_text_fr: 12 }, 'invalid_type', 'free_text_fr'],
  ])('a bad item is answered in its place and the others go on: %j', async (part, code, field) => {
    const result = await evaluate([item(part), item({ id: 'OK' })]);
    expect(result.code).toBe(1);
    expect(result.answers[0].error).toMatchObject({ code, field, message: expect.any(String) });
    expect(result.answers[1]).toMatchObject({ id: 'OK', class: 'P3' });
  });

  test('a line that is not JSON is answered in its place', async () => {
    const result = await evaluate(`${JSON.stringify(item())}\n{oups\n${JSON.stringify(item({ id: 'C' }))}`);
    expect(result.code).toBe(1);
    expect(result.answers).toMatchObject([{ id: 'A1' }, { id: null, error: { code: 'invalid_json' } }, { id: 'C' }]);
  });

  test.each(['', 'bonjour', '[{"id":1}', '\u0000\u0001'])(
    'an unreadable input ends with 2 and nothing on stdout: %j',
    async (input) => {
      const result = await run(['evaluate', '-'], input);
      expect(result).toMatchObject({ code: 2, out: '' });
      expect(result.err).not.toBe('');
    },
  );

  test.each([[['evaluate']], [['evaluate', '--mode', 'magie', '-']], [['evaluate', '--faux', '-']], [[]], [['autre']]])(
    'a command that is not understood ends with 2: %j',
    async (argv) => {
      expect(await run(argv, '{}')).toMatchObject({ code: 2, out: '' });
    },
  );
});

describe('guichet triage evaluate FILE', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'triage-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('reads a file, and says when there is none', async () => {
    const file = join(folder, 'demandes.json');
    await writeFile(file, JSON.stringify([item()]));
    expect(await run(['evaluate', file])).toMatchObject({ code: 0 });
    expect(await run(['evaluate', join(folder, 'absent.json')])).toMatchObject({ code: 2, out: '' });
  });
});

describe('guichet triage lint and explain', () => {
  test('the shipped protocols have no error', async () => {
    const { code, out } = await run(['lint']);
    expect(code).toBe(0);
    expect(out).toContain('6 protocoles, 0 erreur(s)');
  });

  test('a rule is told in French with its sources', async () => {
    const { code, out } = await run(['explain', 'hf06']);
    expect(code).toBe(0);
    expect(out).toContain('HF06 – P3');
    expect(out).toContain('NICE NG106');
    expect(out).toContain('non validé par un clinicien');
    expect(await run(['explain', 'ZZ99'])).toMatchObject({ code: 2, out: '' });
  });
});
