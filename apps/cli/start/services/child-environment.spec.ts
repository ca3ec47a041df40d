import { describe, expect, test } from '@jest/globals';
import { childEnvironment, publicUrl, type ChildSettings } from './child-environment.ts';

const settings: ChildSettings = {
  database: { app: 'postgres://app', owner: 'postgres://owner', system: 'postgres://system' },
  redisUrl: 'unix:///run/redis.sock',
  mail: { url: 'smtp://127.0.0.1:2525', sinkFolder: '/data/mail' },
  dataFolder: '/data',
  masterKeyFile: '/data/master.key',
  host: '127.0.0.1',
  port: 3000,
  demonstration: true,
};

describe('what api and worker are told', () => {
  test('every service, by its address', () => {
    expect(childEnvironment(settings, { PATH: '/bin' })).toEqual({
      PATH: '/bin',
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://app',
      DATABASE_OWNER_URL: 'postgres://owner',
      DATABASE_SYSTEM_URL: 'postgres://system',
      REDIS_URL: 'unix:///run/redis.sock',
      SMTP_URL: 'smtp://127.0.0.1:2525',
      MAIL_SINK_DIR: '/data/mail',
      DATA_DIR: '/data',
      MASTER_KEY_FILE: '/data/master.key',
      HOST: '127.0.0.1',
      PORT: '3000',
      PUBLIC_URL: 'http://localhost:3000',
      DEMONSTRATION: '1',
    });
  });

  test('outside the demonstration, nobody reads the mail sink on a page', () => {
    const env = childEnvironment({ ...settings, demonstration: false }, { MAIL_SINK_DIR: '/elsewhere' });
    expect(env['MAIL_SINK_DIR']).toBeUndefined();
    expect(env['DEMONSTRATION']).toBe('0');
  });

  test('without Redis, no trace of one', () => {
    expect(childEnvironment({ ...settings, redisUrl: null }, { REDIS_URL: 'redis://old' })).not.toHaveProperty(
      'REDIS_URL',
    );
  });

  test('the public address that someone indicates wins', () => {
    expect(childEnvironment(settings, { PUBLIC_URL: 'https://ess.example' })['PUBLIC_URL']).toBe('https://ess.example');
  });

  test('the address to open follows the host', () => {
    expect(publicUrl('0.0.0.0', 3000)).toBe('http://localhost:3000');
    expect(publicUrl('192.0.2.7', 80)).toBe('http://192.0.2.7:80');
    expect(publicUrl('fe80::1', 80)).toBe('http://[fe80::1]:80');
  });
});
