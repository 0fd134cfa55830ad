import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/run/longest-first.ts';

const database = ['test/support/postgres-setup.ts'];
const second = 1_000;

const page = 'test/support/page-setup.ts';

/** The long ones together, two files at a time whatever their project, so that neither core waits for the other. */
const long = { sequence: { groupOrder: 2 }, hookTimeout: 120 * second };

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: true,
    sequence: { sequencer: LongestFirst },
    env: { TZ: 'Asia/Shanghai' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{workflows,contract,system,browser}/**'],
          sequence: { groupOrder: 0 },
          testTimeout: 20 * second,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          globalSetup: database,
          sequence: { groupOrder: 1 },
          testTimeout: 30 * second,
          hookTimeout: 60 * second,
        },
      },
      {
        extends: true,
        test: {
          name: 'workflow',
          include: ['test/workflows/**/*.test.ts'],
          globalSetup: database,
          testTimeout: 180 * second,
          ...long,
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['test/stories/**/*.stories.ts'],
          globalSetup: database,
          testTimeout: 300 * second,
          ...long,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['test/system/**/*.test.ts'],
          globalSetup: [...database, page],
          testTimeout: 300 * second,
          ...long,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: [...database, page],
          testTimeout: 180 * second,
          ...long,
        },
      },
    ],
  },
});
