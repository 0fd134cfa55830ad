import type { PlanFacts } from '../../domain/plan/types.ts';
import { target, task } from './entries.ts';
import { huangshiUnits } from './huangshi-units.ts';

const SECTIONS = [
  '全面提升知識產權創造質量',
  '全面提高知識產權運用效益',
  '全面加強知識產權保護工作',
  '全面優化知識產權管理服務',
] as const;

/** Facts of 黃政辦發〔2022〕48 號, in the characters it is printed in. Phases are not printed: re-dating proposes them. */
export const huangshi = {
  title: '黃石市國家知識產權強市建設試點城市工作方案',
  docNumber: '黃政辦發〔2022〕48 號',
  issuedOn: '2022-09-30',
  issuer: '黃石市人民政府辦公室',
  place: '黃石市',
  period: { start: null, end: null },
  phases: [],
  tasks: [
    task('1', SECTIONS[0], '實施知識產權示范企業培育工程', {
      leadUnits: ['市市場監管局'],
      responsibleUnits: ['市科技局', '市經信局', '市發改委', '各縣(市、區)', '黃石新港園區'],
    }),
    task('2', SECTIONS[0], '實施高校院所知識產權推進工程', {
      leadUnits: ['市市場監管局'],
      responsibleUnits: [
        '市科技局',
        '市經信局',
        '市發改委',
        '市教育局',
        '湖北師范大學',
        '湖北理工學院',
        '湖北工程職業學院',
      ],
    }),
    task('3', SECTIONS[0], '實施高價值專利培育工程', {
      leadUnits: ['市市場監管局'],
      responsibleUnits: [
        '市科技局',
        '市經信局',
        '市發改委',
        '市教育局',
        '各縣(市、區)',
        '黃石新港園區',
        '湖北師范大學',
        '湖北理工學院',
        '湖北工程職業學院',
      ],
    }),
    task('4', SECTIONS[0], '實施商標品牌培育工程', {
      leadUnits: ['市市場監管局', '市農業農村局'],
      responsibleUnits: ['市經信局', '市發改委'],
    }),
    task('5', SECTIONS[1], '推進知識產權運營體系建設', {
      leadUnits: ['市市場監管局'],
      responsibleUnits: [
        '市科技局',
        '市經信局',
        '市發改委',
        '市教育局',
        '湖北師范大學',
        '湖北理工學院',
        '湖北工程職業學院',
      ],
    }),
    task('6', SECTIONS[1], '發展知識產權金融服務', {
      leadUnits: ['市市場監管局', '人行黃石市中心支行'],
      responsibleUnits: ['市委宣傳部', '市地方金融工作局', '黃石銀保監分局'],
    }),
    task('7', SECTIONS[1], '促進專利技術轉化運用', {
      leadUnits: ['市市場監管局', '市科技局'],
      responsibleUnits: [
        '市教育局',
        '各縣(市、區)',
        '黃石新港園區',
        '湖北師范大學',
        '湖北理工學院',
        '湖北工程職業學院',
      ],
    }),
    task('8', SECTIONS[1], '建立專利導航工作機制', {
      leadUnits: ['市市場監管局'],
      responsibleUnits: ['市經信局', '市發改委', '市科技局'],
    }),
    task('9', SECTIONS[1], '開展品牌提升專項行動', {
      leadUnits: ['市市場監管局', '市農業農村局'],
      responsibleUnits: ['市經信局', '市發改委', '各縣(市、區)', '黃石新港園區'],
    }),
    task('10', SECTIONS[2], '強化行政保護', {
      leadUnits: ['市市場監管局'],
      responsibleUnits: [
        '市委宣傳部',
        '市文旅局',
        '市農業農村局',
        '市自然資源和規劃局',
        '市生態環境局',
        '市商務局',
        '黃石海關',
        '市發改委',
        '各縣(市、區)',
        '黃石新港園區',
      ],
    }),
    task('11', SECTIONS[2], '嚴格司法保護', {
      leadUnits: ['市法院', '市公安局', '市檢察院'],
      responsibleUnits: ['市市場監管局', '市委宣傳部', '市司法局', '各縣(市、區)', '黃石新港園區'],
    }),
    task('12', SECTIONS[2], '健全協同保護', {
      leadUnits: ['市市場監管局'],
      responsibleUnits: [
        '市法院',
        '市檢察院',
        '市委宣傳部',
        '市公安局',
        '市司法局',
        '市自然資源和規劃局',
        '市生態環境局',
        '市農業農村局',
        '市商務局',
        '市文旅局',
        '黃石海關',
      ],
    }),
    task('13', SECTIONS[2], '推進多元化解', {
      leadUnits: ['市市場監管局', '市司法局'],
      responsibleUnits: [
        '市法院',
        '市檢察院',
        '市公安局',
        '市經信局',
        '市教育局',
        '各縣(市、區)',
        '黃石新港園區',
        '湖北師范大學',
        '湖北理工學院',
        '湖北工程職業學院',
      ],
    }),
    task('14', SECTIONS[3], '提升知識產權公共服務能力', {
      leadUnits: ['市市場監管局'],
      responsibleUnits: ['市委編辦', '各縣(市、區)', '黃石新港園區'],
    }),
    task('15', SECTIONS[3], '加快知識產權人才培養', {
      leadUnits: ['市市場監管局'],
      responsibleUnits: [
        '市委宣傳部',
        '市委組織部',
        '市委黨校',
        '市人社局',
        '市教育局',
        '湖北師范大學',
        '湖北理工學院',
        '湖北工程職業學院',
      ],
    }),
    task('16', SECTIONS[3], '促進知識產權交流合作', {
      leadUnits: ['市市場監管局'],
      responsibleUnits: ['市商務局', '市委外辦', '黃石海關'],
    }),
  ],
  targets: [
    target('全市萬人有效發明專利擁有量', '>=', { value: 8, unit: '件', by: '2025', scope: 'cumulative' }),
    target('有效商標注冊量', '>', { value: 3, unit: '萬件', by: '2025', scope: 'cumulative' }),
    target('新增地理標志商標(產品)', '=', { value: 5, unit: '件', by: '2025', scope: 'period' }),
    target('企業接受高校院所、國有企業專利轉讓許可', '>=', { value: 100, unit: '件', scope: 'period' }),
    target('轉化運營金額', '>=', { value: 1500, unit: '萬元', scope: 'period' }),
    target('知識產權質押融資擴面增量', 'increase', { scope: 'period' }),
    target('全市建成知識產權保護工作站', '>=', { value: 20, unit: '家', by: '2025', scope: 'cumulative' }),
    target('知識產權保護社會滿意度', 'increase', { by: '2025' }),
    target('服務機構和從業人員數量', 'increase', { by: '2025' }),
    target('各級各類知識產權教育培訓', '>=', { value: 1, unit: '萬人次', per: 'year', scope: 'year' }),
  ],
  bodies: [
    {
      name: '黃石市國家知識產權強市試點城市建設領導小組',
      kind: 'leading group',
      duties: [
        '定期召開會議',
        '加強統籌協調和頂層設計',
        '研究制定知識產權發展規劃和政策措施',
        '研究解決試點城市建設過程中遇到的重大問題',
      ],
    },
    {
      name: '領導小組辦公室(設在市市場監管局)',
      kind: 'office',
      duties: ['負責試點城市建設各項任務落實'],
    },
  ],
  recurring: [
    { what: '召開會議', every: 'periodic', who: '領導小組' },
    { what: '研究部署知識產權工作', every: 'periodic', who: '各縣(市、區)黨委、政府' },
    { what: '安排專項資金', every: 'year', who: '市財政' },
    { what: '制定年度推進計劃', every: 'year', who: '各單位' },
    { what: '年度總結', every: 'year', who: '各單位' },
    { what: '開展監測評估和考核評價', every: 'periodic', who: null },
    { what: '各級各類知識產權教育培訓不少于1萬人次', every: 'year', who: null },
  ],
  safeguards: [
    {
      title: '強化組織領導',
      gist: '成立黃石市國家知識產權強市試點城市建設領導小組;領導小組下設辦公室,辦公室設在市市場監管局;各縣(市、區)黨委、政府要加強對知識產權工作的領導',
    },
    {
      title: '強化工作保障',
      gist: '配齊配強基層知識產權工作力量;健全市、縣(市、區)各級財政知識產權投入保障機制;市財政每年安排專項資金;鼓勵和引導各類創新主體加大知識產權資金投入',
    },
    {
      title: '強化督查考核',
      gist: '目標任務分解到各縣(市、區)黨委、政府和相關部門;制定年度推進計劃;建立試點城市建設評估考核機制,定期開展監測評估和考核評價',
    },
    {
      title: '強化宣傳推廣',
      gist: '加大知識產權法律法規和政策文件宣傳普及;廣泛開展知識產權進機關、進社區、進學校、進企業、進園區、進網站“六進”活動;深化中小學知識產權教育工作;充分利用報紙、電視臺及各類新媒體',
    },
  ],
  office: { name: '領導小組辦公室', host: '市市場監管局' },
  units: huangshiUnits,
  contacts: [],
} satisfies PlanFacts;
