/** 第(九)项 · 第10项, or item (九); the title in quotes where the plan prints no number. */
export function itemLabel(no: string | null, title: string, locale: 'zh' | 'en' = 'zh'): string {
  if (no === null || no.trim() === '') return `"${shorten(title, 40)}"`;
  if (locale === 'en') return `item ${no.replace(/^第(.+)项$/, '$1')}`;
  return /^第.+项$/.test(no) ? no : `第${no}项`;
}

/** 第(九)项"研究制定战略", for lists in which the number alone says too little. */
export const itemName = (no: string | null, title: string, length = 40, locale: 'zh' | 'en' = 'zh'): string =>
  no === null
    ? itemLabel(no, title)
    : `${itemLabel(no, title, locale)}${locale === 'en' ? ' ' : ''}"${shorten(title, length)}"`;

/** At most `length` characters (code points, so that none is cut in two). */
export function shorten(text: string, length: number): string {
  const points = Array.from(text);
  return points.length <= length ? text : `${points.slice(0, length - 2).join('')}……`;
}

/** 《工作方案》 where one plan is meant, the whole title where there are several. */
export function planName(title: string, alone: boolean): string {
  const kind = /(工作方案|实施方案|实施意见|行动方案|活动方案|行动计划|工作计划|工作要点)$/.exec(title)?.[1];
  return `《${alone && kind ? kind : shorten(title, 40)}》`;
}
