import { describe, expect, jest, test } from '@jest/globals';
import { exampleAnswers, formFor } from '#forms';
import { ApiError } from '../api/errors.ts';
import { draftContent, isUntouched, latestDraft, newDraft, readDraft } from './draft.ts';
import type { RequestDraft } from './draft.ts';
import { createDraftSaver } from './draft-saver.ts';

const form = formFor('cardiologie');
const DEFAULTS = { organisationId: 'cabinet', callbackPhone: '0261910440', isTreatingDoctor: true };
const draft = (more: Partial<RequestDraft> = {}): RequestDraft => ({
  ...newDraft('d1', 'form', form, DEFAULTS),
  ...more,
});

describe('a draft', () => {
  test('begins with what is known of the requester, and is untouched', () => {
    const begun = draft();
    expect(begun.answers).toMatchObject({ organisationId: 'cabinet', callbackPhone: '0261910440' });
    expect(begun.answers.treatingDoctor.kind).toBe('author');
    expect(isUntouched(begun)).toBe(true);
  });

  test('comes back whole after a reload, typed text and confirmed readings included', () => {
    const typed = draft({
      answers: exampleAnswers(),
      step: 3,
      confirmedReadings: { bp: '12/8' },
      emergencyAct: 'called_15',
      changedAt: '2026-11-23T08:08:00.000Z',
    });
    const stored: unknown = JSON.parse(JSON.stringify(draftContent(typed)));
    expect(readDraft('d1', stored, 0, form)).toEqual(typed);
  });

  test('an older copy with missing or broken fields is healed, not refused', () => {
    const { patient: _patient, ...rest } = exampleAnswers();
    const read = readDraft('d1', { answers: { ...rest, question: 42, measures: 'x' } }, 3, form);
    expect(read?.answers.patient.birthName).toBe('');
    expect(read?.answers.question).toBe('');
    expect(read?.answers.measures).toEqual([]);
    expect(read?.answers.reason).toBe(exampleAnswers().reason);
    expect(read?.version).toBe(3);
  });

  test('a copy of another specialty is not this form', () => {
    expect(readDraft('d1', draftContent(draft()), 0, formFor('nephrologie'))).toBeNull();
    expect(readDraft('d1', 'texte', 0, form)).toBeNull();
  });

  test('of two devices the last one to change wins, with the version of the server', () => {
    const here = draft({ changedAt: '2026-11-23T08:00:00Z', version: 1 });
    const there = draft({ changedAt: '2026-11-23T07:00:00Z', version: 4 });
    expect(latestDraft(here, [there])).toMatchObject({ changedAt: here.changedAt, version: 4 });
    expect(latestDraft(null, [there])).toEqual(there);
    expect(latestDraft(null, [])).toBeNull();
  });
});

describe('keeping a draft', () => {
  const setup = (put: (draft: RequestDraft, version: number) => Promise<{ version: number; savedAt: string }>) => {
    jest.useFakeTimers();
    const device: RequestDraft[] = [];
    const states: string[] = [];
    const conflicts: number[] = [];
    const saver = createDraftSaver({
      writeDevice: async (written) => void device.push(written),
      putServer: put,
      onState: (state) => states.push(state.where),
      onConflict: ({ version }) => conflicts.push(version),
    });
    return { saver, device, states, conflicts };
  };
  const saved = (version: number) => ({ version, savedAt: '2026-11-23T08:08:00Z' });

  test('each change is on the device at once; the server gets the last one, once, after a pause', async () => {
    const puts: [string, number][] = [];
    const { saver, device, states } = setup(async (written, version) => {
      puts.push([written.changedAt, version]);
      return saved(version + 1);
    });
    for (const changedAt of ['1', '2', '3']) saver.change(draft({ changedAt }));
    expect(device).toHaveLength(3);
    expect(puts).toEqual([]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(puts).toEqual([['3', 0]]);
    saver.change(draft({ changedAt: '4' }));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(puts.at(-1)).toEqual(['4', 1]);
    expect(states.at(-1)).toBe('server');
    jest.useRealTimers();
  });

  test('without network the device keeps it and the server is tried again by itself', async () => {
    let online = false;
    const { saver, states } = setup(async () => {
      if (!online) throw new ApiError(0, { code: 'network', message: 'Connexion perdue.' });
      return saved(1);
    });
    saver.change(draft({ changedAt: '1' }));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(states.at(-1)).toBe('device');
    online = true;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(states.at(-1)).toBe('server');
    jest.useRealTimers();
  });

  test('a change made while a writing is under way is written after it, with the new version', async () => {
    const puts: [string, number][] = [];
    const { saver } = setup(async (written, version) => {
      puts.push([written.changedAt, version]);
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      return saved(version + 1);
    });
    saver.change(draft({ changedAt: '1' }));
    await jest.advanceTimersByTimeAsync(1_500);
    saver.change(draft({ changedAt: '2' }));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(puts).toEqual([
      ['1', 0],
      ['2', 1],
    ]);
    jest.useRealTimers();
  });

  test('another device came first: the person is asked, nothing is written over', async () => {
    let calls = 0;
    const { saver, conflicts } = setup(async (_written, version) => {
      calls += 1;
      if (version < 7) {
        const conflict = { by: 'Dr Hélène Marchais', at: '2026-11-23T08:00:00Z', version: 7 };
        throw new ApiError(409, { code: 'draft.stale', message: 'Brouillon modifié ailleurs.', conflict });
      }
      return saved(8);
    });
    saver.change(draft({ changedAt: '1' }));
    await jest.advanceTimersByTimeAsync(20_000);
    expect(calls).toBe(1);
    expect(conflicts).toEqual([7]);
    await saver.overwrite(draft({ changedAt: '1' }), 7);
    expect(calls).toBe(2);
    jest.useRealTimers();
  });

  test('while the request is being sent nothing is written after it; a failed sending lets it go on', async () => {
    const puts: string[] = [];
    const { saver } = setup(async (written) => {
      puts.push(written.changedAt);
      return saved(puts.length);
    });
    saver.change(draft({ changedAt: '1' }));
    await saver.hold();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(puts).toEqual([]);
    saver.release();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(puts).toEqual(['1']);
    jest.useRealTimers();
  });

  test('once sent, nothing is written any more', async () => {
    let calls = 0;
    const { saver } = setup(async () => {
      calls += 1;
      return saved(1);
    });
    saver.change(draft({ changedAt: '1' }));
    await saver.stop();
    saver.change(draft({ changedAt: '2' }));
    await jest.advanceTimersByTimeAsync(20_000);
    expect(calls).toBe(0);
    jest.useRealTimers();
  });
});
