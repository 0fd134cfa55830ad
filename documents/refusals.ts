/** Why a file cannot be read; each is one sentence that says what to do. */
export const DOCUMENT_REFUSALS = {
  DOCUMENT_EMPTY: '文件是空的,请核对后重新选择。',
  DOCUMENT_TOO_LARGE: '文件超过50 MiB,请删去其中的图片和附件,只保留方案正文后重新提交。',
  DOCUMENT_BOMB: '文件解压后的体积或内部文件数量异常,未予打开,请用办公软件重新另存为 .docx 或 .xlsx 后再试。',
  DOCUMENT_DAMAGED: '文件已损坏或不完整,无法打开,请重新下载,或用办公软件打开后另存为 .docx 再试。',
  DOCUMENT_TOO_SLOW: '文件结构异常,读取超时,请用办公软件另存为 .docx 或 .txt 再试。',
  DOCUMENT_MACRO: '文件含有宏,未予打开,请另存为不含宏的 .docx 或 .xlsx 后重新提交。',
  DOCUMENT_EXTERNAL:
    '文件引用了外部模板、图片或数据,未予打开,请在办公软件中断开链接后另存,或将正文粘贴到新文件中再试。',
  DOCUMENT_ENCRYPTED: '文件已加密,请用密码打开并取消加密,另存后重新提交。',
  DOCUMENT_NO_TEXT: '文件中没有可读的文字,请提供含有方案正文的文件。',
  PDF_SCANNED: '这份 PDF 是扫描件,没有文字层,请先做文字识别(OCR)或改用原始的 Word 文件。',
  PDF_GARBLED: '这份 PDF 的字体没有附带文字编码,读出来是乱码,请改用原始的 Word 文件或网页正文。',
  FORMAT_IMAGE: '这是图片,不是文字,请先做文字识别(OCR)后粘贴正文,或改用原始的 Word 文件。',
  FORMAT_WPS: '这份 WPS 文件无法直接读取,请用 WPS 打开后另存为 .docx 再试。',
  FORMAT_OFD: '暂不支持 OFD 版式文件,请用 OFD 阅读器导出为 PDF(保留文字),或复制正文后粘贴。',
  FORMAT_PAGES: '暂不支持 Pages 文稿,请在 Pages 中导出为 Word(.docx)后再试。',
  FORMAT_ODT: '暂不支持 OpenDocument 文件,请用办公软件另存为 .docx 或 .xlsx 后再试。',
  FORMAT_RTF: '暂不支持 RTF 文件,请用办公软件打开后另存为 .docx 再试。',
  FORMAT_WORD_XML: '暂不支持 Word XML 文件,请用办公软件打开后另存为 .docx 再试。',
  FORMAT_SLIDES: '这是演示文稿,不是方案文本,请提供方案的 Word、PDF 或文字版。',
  FORMAT_ARCHIVE: '这是压缩包,请解压后选择其中的方案文件。',
  FORMAT_MHT: '暂不支持单一文件网页(.mht),请用办公软件另存为 .docx,或复制正文后粘贴。',
  FORMAT_XLSB: '暂不支持二进制工作簿(.xlsb),请另存为 .xlsx 后再试。',
  FORMAT_UNKNOWN: '无法识别这个文件,请提供 .txt、.docx、.doc、.pdf、.html、.xlsx 或 .csv 格式的方案,或直接粘贴正文。',
} as const;

export type DocumentRefusalCode = keyof typeof DOCUMENT_REFUSALS;

/** Thrown inside documents/ alone; `decodeDocument` turns it into an answer. */
export class DocumentRefused extends Error {
  readonly code: DocumentRefusalCode;
  constructor(code: DocumentRefusalCode) {
    super(DOCUMENT_REFUSALS[code]);
    this.name = 'DocumentRefused';
    this.code = code;
  }
}
