import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../domain/document/read-plan.ts';
import type { Question } from '../../../../domain/document/types.ts';
import { toSource } from '../fictional/source.ts';

const HEAD = '曜州市湿地保护工作方案\n';
const TAIL = '\n三、保障措施\n(一)加强组织领导。各单位要高度重视。\n曜州市人民政府办公室\n2024年3月5日\n';
const TASKS = ['开展湿地调查', '修复退化湿地', '建设监测站点', '规范湿地利用'];

/** A plan of four tasks, one of them printed otherwise. */
function planWith(third: string, goals = '到2026年,湿地保护率达到60%以上。'): string {
  const [first, second, , fourth] = TASKS.map(
    (title, at) => `(${'一二三四'.charAt(at)})${title}。摸清底数。(责任单位:市林业局、市水利局)`,
  );
  return `${HEAD}一、工作目标\n${goals}\n二、重点任务\n${first}\n${second}\n${third}\n${fourth}${TAIL}`;
}

function questionsOf(text: string, ...codes: string[]): (Question & { words: string })[] {
  const reading = readPlan(toSource(text, 'txt'));
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading.questions
    .filter(({ code }) => codes.includes(code))
    .map((question) => ({ ...question, words: text.slice(question.anchor?.start, question.anchor?.end) }));
}

const DOUBTS = [
  'task-or-not',
  'unit-outside-brackets',
  'unknown-unit',
  'ambiguous-figure',
  'ambiguous-date',
  'contradiction',
];
const sound = planWith('(三)建设监测站点。合理布点。(责任单位:市林业局、市水利局)');

describe('the reader’s second look at its own work', () => {
  it('asks nothing where all was read', () => {
    expect(questionsOf(sound, ...DOUBTS)).toEqual([]);
  });

  it('asks about a name that goes on behind a blank, and proposes the whole', () => {
    const [asked] = questionsOf(
      planWith('(三)建设监测站点。合理布点。(责任单位:市林业局、市乡村 建设局、市水利局)'),
      'unknown-unit',
    );
    expect(asked).toMatchObject({ words: '市乡村 建设局', proposal: '市乡村建设局' });
    expect(asked?.path).toMatch(/^\/tasks\/2\/responsibleUnits/);
  });

  it('asks about a list of units that was taken for no task', () => {
    const asked = questionsOf(
      planWith('(三)建设监测站点。合理布点。(责任单位:市林业局)\n市财政局、市气象局'),
      'unit-outside-brackets',
    );
    expect(asked.map(({ words }) => words).join()).toContain('市财政局');
  });

  it('asks about a title that reads as a sentence among short ones', () => {
    const asked = questionsOf(
      planWith('(三)坚持因地制宜分类推进,做到先易后难以点带面,防止形式主义走过场。合理布点。(责任单位:市林业局)'),
      'task-or-not',
    );
    expect(asked.map(({ path }) => path)).toEqual(['/tasks/2']);
  });

  it('asks whether a task with the same label twice is several', () => {
    const asked = questionsOf(
      planWith('(三)建设监测站点。合理布点。\n责任单位:市林业局\n完善设备。\n责任单位:市水利局'),
      'task-or-not',
    );
    expect(asked.map(({ path, matters }) => [path, matters])).toContainEqual(['/tasks/2', true]);
  });

  it('asks about figures that stand in a task’s heading and were no target', () => {
    const asked = questionsOf(
      planWith('(三)建设监测站点不少于20个。合理布点。(责任单位:市林业局、市水利局)', '到2026年,湿地明显改善。'),
      'ambiguous-figure',
    );
    expect(asked.every(({ text }) => /[?]$/.test(text))).toBe(true);
  });

  it('asks whether all phases were read where the plan says another number', () => {
    const steps =
      '四、实施步骤\n分三个阶段进行:\n(一)部署阶段(2024年3月)。动员。\n(二)实施阶段(2024年4月—10月)。推进。\n';
    const asked = questionsOf(sound.replace('曜州市人民政府办公室', `${steps}曜州市人民政府办公室`), 'contradiction');
    expect(asked.map(({ path, words }) => [path, words])).toEqual([['/phases', '分三个阶段进行']]);
  });

  it.each(['市林业局', '市林业局、市水利局', '调查摸底(3月至5月)'])(
    'asks about a title that names no work: %s',
    (title) => {
      const asked = questionsOf(planWith(`(三)${title}。合理布点。(责任单位:市林业局)`), 'task-or-not');
      expect(asked.map(({ text }) => text).join()).toContain(title.slice(0, 4));
    },
  );

  it.each(['落实项目全程代办', '推行企业开办全程网办'])(
    'asks nothing about work that ends like a unit: %s',
    (title) => {
      expect(questionsOf(planWith(`(三)${title}。合理布点。(责任单位:市林业局)`), 'task-or-not')).toEqual([]);
    },
  );

  it.each(['市林业局供销社', '财政局税务局', '后勤管理处学生工作处', '市畜牧局市供销社'])(
    'asks whether %s is two units',
    (name) => {
      const asked = questionsOf(planWith(`(三)建设监测站点。合理布点。(责任单位:市林业局、${name})`), 'unknown-unit');
      expect(asked.map(({ words }) => words)).toContain(name);
    },
  );

  it.each(['市林业局会同市水利局', '市水利局(按职责)', '市水利局等3家单位'])('asks whether %s is a name', (name) => {
    const asked = questionsOf(planWith(`(三)建设监测站点。合理布点。(责任单位:市财政局、${name})`), 'unknown-unit');
    expect(asked.map(({ words }) => words)).toContain(name);
  });

  it.each(['市自然资源和规划局', '市公安局交通管理局', '国家税务总局曜州市税务局', '各区县公安局'])(
    'asks nothing about %s',
    (name) => {
      const asked = questionsOf(planWith(`(三)建设监测站点。合理布点。(责任单位:市林业局、${name})`), 'unknown-unit');
      expect(asked.map(({ words }) => words)).not.toContain(name);
    },
  );

  it('asks about what stands under 整治重点 beside 工作任务', () => {
    const text = `${HEAD}一、整治重点\n1.违法填占湿地。\n2.违法取土采砂。\n二、工作任务\n(一)全面排查。摸清底数。\n(二)集中整治。逐一销号。${TAIL}`;
    expect(questionsOf(text, 'task-or-not').map(({ words }) => words.slice(0, 4))).toEqual(['整治重点']);
  });
});
