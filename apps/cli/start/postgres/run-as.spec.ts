import { describe, expect, test } from '@jest/globals';
import { launchAs, ownerFor, parseUsers } from './run-as.ts';

describe('who runs PostgreSQL', () => {
  test('prefers the user postgres to nobody, and never root', () => {
    const passwd = 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\npostgres:x:101:104::/:/bin/sh\n';
    expect(parseUsers(passwd)).toEqual([
      { kind: 'user', name: 'postgres', uid: 101, gid: 104 },
      { kind: 'user', name: 'nobody', uid: 65534, gid: 65534 },
    ]);
  });

  test('drops to that user for the command alone', () => {
    const user = { kind: 'user', name: 'postgres', uid: 101, gid: 104 } as const;
    expect(launchAs(user, '/bin/postgres', ['-D', 'x'])).toEqual({
      command: '/bin/postgres',
      args: ['-D', 'x'],
      ids: { uid: 101, gid: 104 },
    });
    expect(ownerFor(user)).toEqual({ uid: 101, gid: 104 });
  });

  test('in a user namespace, is root outside and nobody inside', () => {
    const launch = launchAs({ kind: 'user-namespace' }, '/bin/postgres', ['-D', 'x']);
    expect(launch.command).toBe('unshare');
    expect(launch.args.slice(-3)).toEqual(['/bin/postgres', '-D', 'x']);
    expect(ownerFor({ kind: 'user-namespace' })).toEqual({ uid: 0, gid: 0 });
  });

  test('changes no owner when it stays itself', () => {
    expect(ownerFor({ kind: 'self' })).toBeNull();
  });
});
