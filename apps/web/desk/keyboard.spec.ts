import { describe, expect, test } from '@jest/globals';
import { commandOf, KEY_HELP } from './keyboard.ts';

const press = (key: string, more: Partial<Parameters<typeof commandOf>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
});
const page = { typing: false, inDialog: false, onControl: false, ownsArrows: false };

describe('keys of the desk', () => {
  test.each([
    ['j', 'next'],
    ['K', 'previous'],
    ['ArrowDown', 'next'],
    ['Enter', 'enter'],
    ['g', 'claim'],
    ['u', 'acknowledge'],
    ['d', 'ask'],
    ['x', 'cancel'],
    ['a', 'call'],
    ['?', 'help'],
  ])('« %s » asks for %s', (key, name) => {
    expect(commandOf(press(key), page)).toEqual({ name });
  });

  test('digits are read by their place: on a French keyboard « & » is P1 without Shift', () => {
    expect(commandOf(press('&', { code: 'Digit1' }), page)).toEqual({ name: 'class', value: 'P1' });
    expect(commandOf(press('4', { code: 'Numpad4' }), page)).toEqual({ name: 'class', value: 'P4' });
  });

  test.each([
    ['m', 'order_visit'],
    ['P', 'order_consultation'],
    ['t', 'advise'],
    ['v', 'order_teleconsultation'],
    ['e', 'order_exam'],
  ])('« %s » chooses the way %s', (key, value) => {
    expect(commandOf(press(key), page)).toEqual({ name: 'way', value });
  });

  test('no letter has two meanings, and Z is left to the undo', () => {
    expect(commandOf(press('z'), page)).toBeNull();
    const letters = KEY_HELP.flatMap(({ keys }) => keys).filter((key) => /^[A-Z]$/.test(key));
    expect(new Set(letters).size).toBe(letters.length);
  });

  test('no key leads to P0', () => {
    expect(commandOf(press('0', { code: 'Digit0' }), page)).toBeNull();
  });

  test('nothing while typing, in a window, or with Ctrl, Alt or Cmd', () => {
    expect(commandOf(press('j'), { ...page, typing: true })).toBeNull();
    expect(commandOf(press('?'), { ...page, inDialog: true })).toBeNull();
    expect(commandOf(press('c', { ctrlKey: true }), page)).toBeNull();
    expect(commandOf(press('{', { code: 'Digit4', altKey: true }), page)).toBeNull();
  });

  test('a held key moves in the list but never decides twice', () => {
    expect(commandOf(press('j', { repeat: true }), page)).toEqual({ name: 'next' });
    expect(commandOf(press('Enter', { repeat: true }), page)).toBeNull();
    expect(commandOf(press('u', { repeat: true }), page)).toBeNull();
  });

  test('a button keeps its Enter, a radio its arrows', () => {
    expect(commandOf(press('Enter'), { ...page, onControl: true })).toBeNull();
    expect(commandOf(press('ArrowUp'), { ...page, ownsArrows: true })).toBeNull();
  });

  test('every key of the footer is explained in the help', () => {
    expect(KEY_HELP.filter(({ footer }) => footer).every(({ label }) => label.length > 0)).toBe(true);
    expect(KEY_HELP.at(-1)?.keys).toEqual(['?']);
  });
});
