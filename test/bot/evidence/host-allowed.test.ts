import { expect, test } from 'vitest';
import { hostAllowed } from '../../../bot/evidence/host-allowed.ts';

const slack = { hosts: ['files.slack.com'], roots: ['http://127.0.0.1:4010/api/'] };

test.each(['https://files.slack.com/files-pri/T1-F1/a.pdf', 'http://127.0.0.1:4010/files/a.pdf'])(
  '%s is the provider’s own or the configured root’s',
  (address) => {
    expect(hostAllowed(address, slack)).toBe(true);
  },
);

test.each([
  'http://files.slack.com/files-pri/T1-F1/a.pdf',
  'https://files.slack.com:8443/a.pdf',
  'https://files.slack.com.example.org/a.pdf',
  'https://files.slack.com@10.0.0.1/a.pdf',
  'https://someone:secret@files.slack.com/a.pdf',
  'http://127.0.0.1:8080/api/inbox',
  'http://169.254.169.254/latest/meta-data/',
  'http://localhost:4011/files/a.pdf',
  'https://localhost:4010/files/a.pdf',
  'file:///etc/passwd',
  '/files-pri/T1-F1/a.pdf',
])('%s leads elsewhere and is not fetched', (address) => {
  expect(hostAllowed(address, slack)).toBe(false);
});
