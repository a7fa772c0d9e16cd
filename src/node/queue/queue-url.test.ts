import { describe, expect, it } from 'vitest';
import { BatchError } from '../batch/batch-error.ts';
import { queueKeys } from './queue-keys.ts';
import { readQueueUrl } from './queue-url.ts';

const MEND = 'Write it as redis://host:6379, or rediss://host:6379 for TLS.';

const refusal = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return error instanceof BatchError ? { code: error.code, message: error.message, mend: error.mend } : error;
  }
};

describe('the address of a queue', () => {
  it.each([
    ['redis://queue', { host: 'queue', port: 6379, db: 0, username: undefined, password: undefined, tls: false, shown: 'redis://queue:6379' }],
    ['redis://:p%40ss@queue:7000/3', { host: 'queue', port: 7000, db: 3, username: undefined, password: 'p@ss', tls: false, shown: 'redis://queue:7000/3' }],
    [
      'rediss://payroll:x@10.0.0.7:6380/',
      { host: '10.0.0.7', port: 6380, db: 0, username: 'payroll', password: 'x', tls: true, shown: 'rediss://10.0.0.7:6380' },
    ],
    ['redis://[::1]:6379', { host: '::1', port: 6379, db: 0, username: undefined, password: undefined, tls: false, shown: 'redis://[::1]:6379' }],
  ])('%s', (text, address) => {
    expect(readQueueUrl(text)).toEqual(address);
  });

  it('takes a password from elsewhere, but its own first, and never shows one', () => {
    expect(readQueueUrl('redis://queue', 'secret').password).toBe('secret');
    expect(readQueueUrl('redis://:own@queue', 'secret').password).toBe('own');
    expect(readQueueUrl('redis://queue', '').password).toBeUndefined();
    expect(readQueueUrl('redis://user:own@queue').shown).toBe('redis://queue:6379');
  });

  it.each([
    ['queue', 'The address of the queue is no URL.'],
    ['', 'The address of the queue is no URL.'],
    ['http://queue:6379', 'The address of the queue begins with "http://", which is no Redis.'],
    ['queue:6379', 'The address of the queue begins with "queue://", which is no Redis.'],
    ['redis:///3', 'The address of the queue names no host.'],
    ['redis://queue/payroll', '"payroll" in the address of the queue is no number of a database.'],
    ['redis://:%zz@queue', 'The user or password in the address of the queue is not written as URLs want it.'],
  ])('%s is refused', (text, message) => {
    expect(refusal(() => readQueueUrl(text))).toEqual({ code: 'queue/address', message, mend: MEND });
  });
});

describe('the name of a queue', () => {
  it.each(['', 'a b', 'a:b', 'gaji/2026', 'é', 'x'.repeat(65)])('"%s" is refused', (name) => {
    expect(refusal(() => queueKeys(name))).toEqual({
      code: 'queue/name',
      message: `"${name}" cannot be the name of a queue.`,
      mend: 'Use 1 to 64 letters, digits, dots, hyphens and underscores.',
    });
  });

  it('keeps keys of different names apart', () => {
    const keys = ['a', 'b', 'a.b', 'A'].flatMap((name) => [queueKeys(name).batches, queueKeys(name).workers, queueKeys(name).lease('1')]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => key.startsWith('kinerja:'))).toBe(true);
  });
});
