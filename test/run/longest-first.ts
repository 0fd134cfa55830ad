import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take a minute and more, the longest first: begun late, one of them would run on alone while the other
 * core waits.
 */
const LONGEST = [
  'five-plans/huangshi',
  'stories/huangshi-years',
  'product-loop',
  'system/kills',
  'five-plans/chenzhou',
  'chenzhou-make-up-days',
  'emulators',
  'workflows/amendment',
  'chat-kills',
  'layout',
  'five-plans/shanghai-district',
  'system/start',
  'five-plans/bazhong',
  'browser/reading',
  'five-plans/national-2018',
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex((name) => moduleId.includes(`${name}.`));
  return at < 0 ? LONGEST.length : at;
};

const groupOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;

/** By group, then the longest first whatever their project; the others as vitest puts them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => groupOf(a) - groupOf(b) || rankOf(a) - rankOf(b));
  }
}
