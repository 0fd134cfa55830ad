import type { ThemeConfig } from 'antd';

export const FONT =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', system-ui, sans-serif";

/** Asked for in the reader's system: nothing slides or fades. */
const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Calm and dense: 13 px, thin lines, one blue. Text colours hold 4.5 : 1 on their grounds. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1d4fb8',
    colorInfo: '#1d4fb8',
    colorLink: '#1d4fb8',
    colorError: '#b3261e',
    colorErrorBg: '#fcebea',
    colorErrorBorder: '#efb8b4',
    colorSuccess: '#1f7a4d',
    colorWarning: '#8a5a00',
    colorWarningBg: '#fdf3dc',
    colorWarningBorder: '#efd9a0',
    colorText: '#1b2330',
    colorTextSecondary: '#535d6b',
    colorTextTertiary: '#5d6775',
    colorTextDescription: '#5d6775',
    colorTextPlaceholder: '#667080',
    colorBorder: '#ccd4df',
    colorBorderSecondary: '#e3e8ef',
    colorBgLayout: '#f3f5f8',
    borderRadius: 6,
    fontFamily: FONT,
    fontSize: 13,
    controlHeight: 30,
    motion: !isStill,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Button: {
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
      paddingInline: 11,
      contentFontSizeSM: 12,
    },
    Segmented: { itemSelectedColor: '#1b2330', itemColor: '#535d6b', trackBg: '#e8ecf2' },
    Tooltip: { fontSize: 12.5 },
    Drawer: { padding: 16, paddingLG: 18 },
  },
};
