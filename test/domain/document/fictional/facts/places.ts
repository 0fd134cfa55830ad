import type { Random } from '../random.ts';
import type { Level } from './units.ts';

const FIRST = [...'霁砚曜泠箬溯邈珩峤澹翊茗皓澔旸'];
const SECOND = [...'川衡浔埠塘溪洲原浦岭港陂岚屏'];
const LEVELS: readonly Level[] = [
  'city',
  'city',
  'city',
  'county',
  'county',
  'district',
  'province',
  'township',
  'zone',
  'ministry',
];
const SUFFIX: Readonly<Record<Level, string>> = {
  province: '省',
  city: '市',
  county: '县',
  district: '区',
  township: '镇',
  zone: '经济开发区',
  ministry: '',
};

export interface Place {
  level: Level;
  /** `霁川市`; for a ministry its own name. */
  name: string;
  issuers: string[];
  /** Stand before the year of a document number. */
  numbers: string[];
}

export function choosePlace({ pick }: Random): Place {
  const level = pick(LEVELS);
  const first = pick(FIRST);
  const name = `${first}${pick(SECOND)}${SUFFIX[level]}`;
  if (level === 'ministry') {
    const ministry = pick(['国家湿地与河湖管理局', '国家乡土文化局', '国家技能发展局']);
    return {
      level,
      name: ministry,
      issuers: [`${ministry}办公室`, ministry],
      numbers: [`国${first}办发`, `国${first}发`],
    };
  }
  if (level === 'zone')
    return {
      level,
      name,
      issuers: [`${name}管理委员会`, `${name}管委会办公室`],
      numbers: [`${first}开管发`, `${first}开办发`],
    };
  const office = level === 'province' ? '办公厅' : '办公室';
  return {
    level,
    name,
    issuers: level === 'township' ? [`${name}人民政府`] : [`${name}人民政府`, `${name}人民政府${office}`],
    numbers: level === 'township' ? [`${first}政发`] : [`${first}政发`, `${first}政办发`, `${first}府办函`],
  };
}
