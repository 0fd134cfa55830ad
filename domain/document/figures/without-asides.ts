/** (去年为156.5亿元), (现有12个): what was, beside what is to be. */
const ASIDE = /\((?:去年|上年|目前|现[为有]|原[为有]|上一年度?|20\d\d年(?:[为末底]|实际))[^()\n]{0,60}\)/g;

/** The folded text with its brackets about the past blanked out; equal length. */
export const withoutAsides = (folded: string): string => folded.replace(ASIDE, (aside) => ' '.repeat(aside.length));
