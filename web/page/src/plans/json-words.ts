import { catalogue } from '../i18n/language.tsx';

/** Words of a field that takes JSON. */
export const jsonWords = catalogue(
  {
    file: '选择文件',
    notJson: (place: string) => `不是合格的 JSON(${place})`,
    line: (line: number, column: number) => `第${line}行第${column}列`,
    end: '内容不完整',
    tooLarge: '内容超过1 MiB,请缩短后重试。',
  },
  {
    file: 'Choose file',
    notJson: (place: string) => `Not valid JSON (${place})`,
    line: (line: number, column: number) => `line ${line}, column ${column}`,
    end: 'incomplete',
    tooLarge: 'Larger than 1 MiB; shorten it.',
  },
);
