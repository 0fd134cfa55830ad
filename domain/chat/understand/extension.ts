import type { LocalDate } from '../../plan/types.ts';
import { clausesOf, isQuestion, normalise } from './clauses.ts';
import { daysNamed } from './dates.ts';
import { progressIn } from './percent.ts';

/** What words say of a wish for more time; null: not said, or not for certain. */
export interface ExtensionWords {
  newDueOn: LocalDate | null;
  reason: string | null;
}

const MORE_TIME = '(延期|延长|延至|延到|顺延|宽限|推迟)';
const ASKS = new RegExp(
  `(申请|请求|恳请|请予|请准|拟|需要?|希望|请)[^,。;]{0,24}${MORE_TIME}|${MORE_TIME}(申请|请求)|^(延期|延长)(至|到)`,
);
/** Said of what was asked or decided before, or of what isn't wanted. */
const NOT_NOW = new RegExp(
  `(已经?|曾|此前)[^,。;]{0,6}(申请|请求|同意)|(无需|不需|无须|不用|不必|不再|不)(申请)?${MORE_TIME}`,
);

/** Words that ask for more time about a task. A question asks nothing. */
export function asksExtension(text: string): boolean {
  const plain = normalise(text);
  return ASKS.test(plain) && !NOT_NOW.test(plain) && !isQuestion(plain);
}

const UNTIL = /(?:延期至|延期到|延长至|延长到|顺延至|顺延到|推迟至|推迟到|宽限至|延至|延到|至|到)(?!期|位)/;
const NAMED_REASON = /(?:理由|原因)(?:是|为|:)?:?([^。;]+)/;
const NO_REASON = new RegExp(
  `^(现|特|拟|故|因此|为此|请|恳请|办公室|领导)*(申请|请求)?(予以|将|把)?[^,]{0,12}${MORE_TIME}`,
);
const MIN_REASON = 5;

/** The new day and the reason, as far as the words name them plainly. `receivedOn`: the writer's local day. */
export function extensionIn(text: string, receivedOn: LocalDate): ExtensionWords {
  // A weekday in brackets repeats the day before it.
  const plain = normalise(text).replace(/\((?:周|星期|礼拜)[一二三四五六日天]\)/g, '');
  return { newDueOn: dayIn(plain, receivedOn), reason: reasonIn(plain, receivedOn) };
}

/** The day after 延至, else the only one there is. */
function dayIn(plain: string, receivedOn: LocalDate): LocalDate | null {
  const until = UNTIL.exec(plain);
  const after = until
    ? daysNamed(
        plain
          .slice(until.index + until[0].length)
          .split(/[,。;]/, 1)
          .join(''),
        receivedOn,
      )
    : [];
  const [only, ...others] = after.length > 0 ? after : daysNamed(plain, receivedOn);
  return others.length === 0 ? (only ?? null) : null;
}

function reasonIn(plain: string, receivedOn: LocalDate): string | null {
  const named = NAMED_REASON.exec(plain)?.[1];
  const rest = clausesOf(plain)
    .map((clause) => clause.replace(/^(因为?|由于|鉴于)/, ''))
    .filter(
      (clause) =>
        !NO_REASON.test(clause) &&
        daysNamed(clause, receivedOn).length === 0 &&
        progressIn([clause]).value === null &&
        !/^(可|能|预计)?(于)?(按期|如期)?完成$/.test(clause),
    )
    .join(',');
  const reason = (named ?? rest).trim();
  return reason.length >= MIN_REASON ? reason : null;
}
