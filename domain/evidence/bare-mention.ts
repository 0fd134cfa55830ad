const NUMBER = /第?[((]?[0-9一二三四五六七八九十百零〇○]+[))]?[项条号]?(任务|工作)?/g;
const ABOUT_FILES = /作为|这是|佐证|附件|材料|文件|照片|图片|扫描件|上面|刚才|发的|就是|[是为的]/g;

/** Words that name a task and say nothing of it: 第(九)项, 是第九项的佐证. */
export const isBareMention = (text: string): boolean =>
  text
    .normalize('NFKC')
    .replace(NUMBER, '')
    .replace(ABOUT_FILES, '')
    .replace(/[\s\p{P}]/gu, '') === '';
