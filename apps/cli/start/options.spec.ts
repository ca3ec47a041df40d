import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../usage-error.ts';
import { parseStartOptions } from './options.ts';

describe('the options of start', () => {
  test('without a word: this machine only, the usual port, the project folder', () => {
    expect(parseStartOptions([], '/srv/guichet')).toEqual({
      port: null,
      host: '127.0.0.1',
      dataFolder: '/srv/guichet/.guichet',
      demonstration: null,
      reset: false,
    });
  });

  test('are all understood', () => {
    const words = ['--port', '4000', '--host=0.0.0.0', '--data', '/data', '--no-demo', '--reset'];
    expect(parseStartOptions(words, '/srv/guichet')).toEqual({
      port: 4000,
      host: '0.0.0.0',
      dataFolder: '/data',
      demonstration: false,
      reset: true,
    });
  });

  test.each([['0'], ['65536'], ['-1'], ['3000x'], ['1e3'], ['']])('refuse the port « %s »', (port) => {
    expect(() => parseStartOptions([`--port=${port}`], '/')).toThrow(UsageError);
  });

  test.each([['1'], ['65535']])('accept the port %s', (port) => {
    expect(parseStartOptions(['--port', port], '/').port).toBe(Number(port));
  });

  test('refuse what they do not know, in one French sentence', () => {
    expect(() => parseStartOptions(['--fast'], '/')).toThrow(/Option non comprise/);
    expect(() => parseStartOptions(['extra'], '/')).toThrow(UsageError);
    expect(() => parseStartOptions(['--data', ' '], '/')).toThrow(UsageError);
  });
});
