import type { Calendar } from '../../calendar/types.ts';
import type { LocalDate } from '../../plan/types.ts';
import { clausesOf, normalise } from './clauses.ts';
import { isFirm, onlyDay } from './days.ts';
import { datesNamed } from './reply/dates-named.ts';
import { lengthAfter } from './reply/extension-date.ts';
import { percentsIn } from './reply/percents.ts';
import { prepare } from './reply/prepare.ts';

/** What words say of a wish for more time; null: not said, or not for certain. */
export interface ExtensionWords {
  newDueOn: LocalDate | null;
  reason: string | null;
}

interface Asked {
  /** The writer's local day. */
  today: LocalDate;
  /** What a length of time (再给两周) is added to. */
  due: LocalDate | null;
  calendar: Calendar;
}

const MORE_TIME = '(延期|延长|延至|延到|顺延|宽限|推迟)';
const UNTIL = /(?:延期至|延期到|延长至|延长到|顺延至|顺延到|推迟至|推迟到|宽限至|延至|延到|至|到)(?:今年|明年)?\s*$/;
const NAMED_REASON = /(?:理由|原因)(?:是|为|:)?:?([^。;]+)/;
const NO_REASON = new RegExp(
  `^(现|特|拟|故|因此|为此|请|恳请|办公室|领导)*(申请|请求)?(予以|将|把)?[^,]{0,12}${MORE_TIME}`,
);
const MIN_REASON = 5;

/** The new day and the reason, as far as the words name them plainly. */
export function extensionIn(text: string, asked: Asked): ExtensionWords {
  return { newDueOn: dayAsked(text, asked), reason: reasonIn(text, asked) };
}

/** The day after 延至, else the only one there is, else so long after the due date. */
function dayAsked(text: string, { today, due, calendar }: Asked): LocalDate | null {
  // A weekday in brackets repeats the day before it.
  const plain = prepare(text).replace(/\((?:周|星期|礼拜)[一二三四五六日天]\)/g, (words) => ' '.repeat(words.length));
  const dates = datesNamed(plain, today, calendar);
  if (dates.length === 0 && due !== null)
    return clausesOf(plain)
      .map((clause) => lengthAfter(clause, due, calendar))
      .reduce((found, day) => found ?? day, null);
  const until = dates.filter((one) => isFirm(one) && UNTIL.test(plain.slice(0, one.start)));
  return onlyDay(until.length > 0 ? until : dates);
}

function reasonIn(text: string, { today, calendar }: Asked): string | null {
  const plain = normalise(text);
  const named = NAMED_REASON.exec(plain)?.[1];
  const rest = clausesOf(plain)
    .map((clause) => clause.replace(/^(因为?|由于|鉴于)/, ''))
    .filter(
      (clause) =>
        !NO_REASON.test(clause) &&
        datesNamed(prepare(clause), today, calendar).length === 0 &&
        lengthAfter(prepare(clause), today, calendar) === null &&
        percentsIn(prepare(clause)).length === 0 &&
        !/^(可|能|预计)?(于)?(按期|如期)?完成$/.test(clause),
    )
    .join(',');
  const reason = (named ?? rest).trim();
  return reason.length >= MIN_REASON ? reason : null;
}
