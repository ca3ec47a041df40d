import { describe, expect, test } from '@jest/globals';
import { addressKey, rulesOf } from './rate-rules.ts';

const names = (method: string, route: string) =>
  [...rulesOf(method, route, 'address'), ...rulesOf(method, route, 'account')].map((rule) => rule.name);

describe('what is counted for a request', () => {
  test.each<[string, string, string[]]>([
    ['GET', '/health', []],
    ['GET', '/ready', []],
    ['GET', '/assets/index-3f.js', []],
    ['GET', '/:slug', ['address', 'account']],
    ['GET', '/api/e/:ess/desk/queue', ['address', 'account']],
    ['POST', '/api/e/:ess/requests', ['address', 'account', 'write']],
    ['POST', '/api/session', ['address', 'proof', 'account', 'write']],
    ['POST', '/api/session/factor/totp', ['address', 'proof', 'account', 'write']],
    ['POST', '/api/session/unlock', ['address', 'proof', 'account', 'write']],
    ['POST', '/api/session/lock', ['address', 'account', 'write']],
    ['POST', '/api/session/forgot', ['address', 'proof', 'forgot', 'account', 'write']],
    ['POST', '/api/link/open', ['address', 'proof', 'account', 'write']],
    ['GET', '/api/session', ['address', 'account']],
    ['GET', '/api/communes', ['address', 'account', 'search']],
    ['POST', '/api/e/:ess/patients/search', ['address', 'account', 'write', 'search']],
    ['POST', '/api/e/:ess/professionals/search', ['address', 'account', 'write', 'search']],
    ['POST', '/api/e/:ess/exceptional/search', ['address', 'account', 'write', 'exceptional']],
    ['POST', '/api/e/:ess/exceptional/:id/end', ['address', 'account', 'write']],
    ['POST', '/api/e/:ess/requests/:id/attachments', ['address', 'account', 'write', 'upload']],
    ['GET', '/api/e/:ess/requests/:id/attachments', ['address', 'account']],
  ])('%s %s: %j', (method, route, expected) => {
    expect(names(method, route)).toEqual(expected);
  });

  test('one house is one key: its IPv4 address, or the network of its IPv6', () => {
    expect(addressKey('192.0.2.7')).toBe('192.0.2.7');
    expect(addressKey('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(addressKey('2001:db8:0:42::7')).toBe('2001:db8:0:42');
    expect(addressKey('2001:0DB8:0000:0042:aaaa:bbbb:cccc:dddd')).toBe('2001:db8:0:42');
    expect(addressKey('2001:db8::1')).toBe(addressKey('2001:db8::ffff:2'));
    expect(addressKey('2001:db8:0:43::7')).not.toBe(addressKey('2001:db8:0:42::7'));
    expect(addressKey('::1')).toBe('0:0:0:0');
  });
});
