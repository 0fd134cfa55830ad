import type { z } from 'zod';

/** One thing wrong with a document that somebody brought: where, which rule, and what to do. */
export interface Problem {
  /** `tasks[3].leadUnits[0]`; empty for the document itself. */
  path: string;
  code: string;
  message: string;
  en: string;
}

type Issue = z.core.$ZodIssue;
type Words = Pick<Problem, 'code' | 'message' | 'en'>;

export const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

const SHAPES: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
  null: '空',
};

const COUNTED: Record<string, string> = { string: '字', array: '项' };

function size(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): Words {
  const limit = issue.code === 'too_big' ? issue.maximum : issue.minimum;
  const [zh, en] = issue.code === 'too_big' ? ['不能超过', 'at most'] : ['不能少于', 'at least'];
  return {
    code: issue.code,
    message: `${zh}${limit}${COUNTED[issue.origin] ?? ''}`,
    en: `${en} ${limit} (${issue.origin})`,
  };
}

/** A schema's own rule carries its words in `params` (see `rule`). */
function words(issue: Issue): Words {
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        code: 'unknown_key',
        message: `不认识的字段:${issue.keys.join('、')}`,
        en: `unknown key: ${issue.keys.join(', ')}`,
      };
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'missing', message: '缺少这个字段', en: 'missing' }
        : {
            code: 'wrong_type',
            message: `应为${SHAPES[issue.expected] ?? issue.expected}`,
            en: `should be ${issue.expected}`,
          };
    case 'invalid_value': {
      if (issue.input === undefined) return { code: 'missing', message: '缺少这个字段', en: 'missing' };
      const values = issue.values.map(String);
      return {
        code: 'wrong_value',
        message: `只能是 ${values.join('、')}`,
        en: `should be one of ${values.join(', ')}`,
      };
    }
    case 'too_big':
    case 'too_small':
      return size(issue);
    case 'custom': {
      const params = issue.params as Partial<Words> | undefined;
      return {
        code: params?.code ?? 'invalid',
        message: params?.message ?? issue.message,
        en: params?.en ?? issue.message,
      };
    }
    default:
      return { code: issue.code ?? 'invalid', message: '写法不符合要求', en: issue.message };
  }
}

/** Everything a schema objects to, in the order of the document. Parse with `{ reportInput: true }`. */
export const problemsOf = (error: z.core.$ZodError): Problem[] =>
  error.issues.map((issue) => ({ path: pathText(issue.path), ...words(issue) }));

/** The words of a schema's own rule, for `refine(check, rule(…))`. */
export const rule = (code: string, message: string, en: string): { params: Words } => ({
  params: { code, message, en },
});
