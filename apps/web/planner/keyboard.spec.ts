import { describe, expect, test } from '@jest/globals';
import { commandOf, PLANNER_KEYS, type KeyPlace, type KeyPress } from './keyboard.ts';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...change,
});
const nowhere: KeyPlace = { typing: false, inDialog: false, onVisit: false, onControl: false };
const onVisit: KeyPlace = { ...nowhere, onVisit: true };

describe('the keys of the planner', () => {
  test('arrows walk from visit to visit; with Shift they carry the visit', () => {
    expect(commandOf(press('ArrowDown'), onVisit)).toEqual({ name: 'walk', direction: 'later' });
    expect(commandOf(press('ArrowRight', { shiftKey: true }), onVisit)).toEqual({ name: 'shift', direction: 'right' });
    expect(commandOf(press('ArrowDown'), nowhere)).toBeNull();
  });

  test('Enter places, except on another control, which keeps its own use of it', () => {
    expect(commandOf(press('Enter'), onVisit)).toEqual({ name: 'place' });
    expect(commandOf(press('Enter'), { ...nowhere, onControl: true })).toBeNull();
  });

  test('a visit is taken off the tour only while it has the focus', () => {
    expect(commandOf(press('Delete'), onVisit)).toEqual({ name: 'unplan' });
    expect(commandOf(press('Delete'), nowhere)).toBeNull();
  });

  test('nothing is heard while typing, but Escape; nothing in a window; nothing with Ctrl, Alt or Cmd', () => {
    expect(commandOf(press('v'), { ...nowhere, typing: true })).toBeNull();
    expect(commandOf(press('Escape'), { ...nowhere, typing: true })).toEqual({ name: 'leave' });
    expect(commandOf(press('Escape'), { ...nowhere, inDialog: true })).toBeNull();
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      expect(commandOf(press('p', { [held]: true }), nowhere)).toBeNull();
  });

  test('every letter of the help is heard', () => {
    const letters = PLANNER_KEYS.flatMap(({ keys }) => keys).filter((key) => /^[A-Z?]$/.test(key));
    expect(letters).toEqual(['D', 'V', 'L', 'P', '?']);
    for (const key of letters) expect(commandOf(press(key), nowhere)).not.toBeNull();
  });
});
