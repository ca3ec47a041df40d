import { describe, expect, test } from '@jest/globals';
import { isPublicAddress } from './public-address.ts';

describe('an address of the Internet', () => {
  test.each(['1.1.1.1', '8.8.8.8', '172.15.255.255', '172.32.0.1', '100.63.255.255', '100.128.0.1', '223.255.255.255'])(
    '%s is one',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  test.each(['2606:4700:4700::1111', '2a00:1450:4007:80e::2003', '2003::1', '2400:cb00::1'])('%s is one', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    ['this network', '0.0.0.0'],
    ['this network, its last', '0.255.255.255'],
    ['private, ten', '10.0.0.1'],
    ['carrier-grade NAT, first', '100.64.0.0'],
    ['carrier-grade NAT, last', '100.127.255.255'],
    ['loopback', '127.0.0.1'],
    ['loopback, its last', '127.255.255.254'],
    ['link-local, where clouds keep their secrets', '169.254.169.254'],
    ['private, 172.16', '172.16.0.1'],
    ['private, 172.31', '172.31.255.255'],
    ['protocol assignments', '192.0.0.8'],
    ['documentation, one', '192.0.2.1'],
    ['relay of 6to4', '192.88.99.1'],
    ['private, 192.168', '192.168.1.1'],
    ['benchmark', '198.19.0.1'],
    ['documentation, two', '198.51.100.7'],
    ['documentation, three', '203.0.113.9'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['IPv6 unspecified', '::'],
    ['IPv6 loopback', '::1'],
    ['IPv4 mapped, loopback', '::ffff:127.0.0.1'],
    ['IPv4 mapped, public', '::ffff:8.8.8.8'],
    ['IPv4 mapped, in hexadecimal', '::ffff:7f00:1'],
    ['IPv4 compatible', '::127.0.0.1'],
    ['NAT64', '64:ff9b::a00:1'],
    ['NAT64, local', '64:ff9b:1::1'],
    ['discard', '100::1'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['IPv6 benchmark', '2001:2::1'],
    ['IPv6 documentation', '2001:db8::1'],
    ['IPv6 documentation, the new one', '3fff::1'],
    ['6to4 of a private address', '2002:a00:1::1'],
    ['unique local', 'fd00::1'],
    ['unique local, its first half', 'fc00::1'],
    ['IPv6 link-local', 'fe80::1'],
    ['IPv6 link-local with a zone', 'fe80::1%eth0'],
    ['public with a zone', '2606:4700::1%eth0'],
    ['site-local', 'fec0::1'],
    ['IPv6 multicast', 'ff02::1'],
    ['a name', 'localhost'],
    ['an address in decimal', '2130706433'],
    ['nothing', ''],
  ])('%s (%s) is none', (_what, address) => expect(isPublicAddress(address)).toBe(false));
});
