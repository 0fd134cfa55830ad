/** A list number as Word prints it, by the level's numFmt (ISO/IEC 29500-1, 17.18.59). Null: nothing readable (a bullet). */
export function formatNumber(value: number, format: string): string | null {
  switch (format) {
    case 'none':
      return '';
    case 'bullet':
      return null;
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'koreanCounting':
      return counting(value);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return [...String(value)].map((digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit).join('');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return legal(value, format === 'chineseLegalSimplified');
    case 'ideographTraditional':
      return cycle(value, '甲乙丙丁戊己庚辛壬癸');
    case 'ideographZodiac':
      return cycle(value, '子丑寅卯辰巳午未申酉戌亥');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case 'decimalEnclosedParen':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2473 + value) : `(${value})`;
    case 'decimalEnclosedFullstop':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2487 + value) : `${value}.`;
    case 'ideographEnclosedCircle':
      return value >= 1 && value <= 10 ? String.fromCharCode(0x327f + value) : counting(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    default:
      return String(value);
  }
}

const DIGITS = '零一二三四五六七八九';

/** 1 一 · 10 十 · 21 二十一 · 105 一百零五, below 10,000. */
function counting(value: number): string {
  if (value < 0 || value > 9_999) return String(value);
  if (value < 10) return DIGITS[value] ?? '';
  let text = '';
  let gap = false;
  for (const [size, name] of [
    [1_000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${DIGITS[digit]}${name}`;
    gap = false;
  }
  return value < 20 ? text.replace(/^一/, '') : text;
}

function legal(value: number, simplified: boolean): string {
  const [from, to] = [
    '零一二三四五六七八九十百千',
    simplified ? '零壹贰叁肆伍陆柒捌玖拾佰仟' : '零壹貳參肆伍陸柒捌玖拾佰仟',
  ];
  const counted = value >= 10 && value < 20 ? `一${counting(value)}` : counting(value);
  return [...counted].map((sign) => to[from.indexOf(sign)] ?? sign).join('');
}

const cycle = (value: number, signs: string): string => signs[(value - 1) % signs.length] ?? String(value);

function letters(value: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(Math.floor((value - 1) / 26) + 1, 20));
}

function roman(value: number): string {
  if (value < 1 || value > 3_999) return String(value);
  const signs = [['M', 1000], ['CM', 900], ['D', 500], ['CD', 400], ['C', 100], ['XC', 90], ['L', 50], ['XL', 40], ['X', 10], ['IX', 9], ['V', 5], ['IV', 4], ['I', 1]] as const; // prettier-ignore
  let rest = value;
  return signs
    .map(([sign, size]) => {
      const times = Math.floor(rest / size);
      rest -= times * size;
      return sign.repeat(times);
    })
    .join('');
}
