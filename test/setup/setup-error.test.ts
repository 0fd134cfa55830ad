import { expect, test } from 'vitest';
import { sentenceOf, withoutSecrets } from '../../setup/setup-error.ts';

test('secrets are cut out of sentences', () => {
  const said = withoutSecrets(
    'at postgresql://duban:s3cret@db:5432/x with xoxb-12-ab and 123456789:AAabcdefghijklmnopqrstuvwxyz0123456',
  );
  expect(said).toBe('at postgresql://duban:***@db:5432/x with xoxb-*** and ***');
});

test('an error is told in one line', () => {
  expect(sentenceOf(new Error('first\nsecond'))).toBe('first');
  expect(sentenceOf('plain')).toBe('plain');
});
