/** What somebody typed into a field of figures: null: not filled in; a text: no figure. 85%, 1,200 and full-width digits are figures. */
export function typedFigure(text: string | null | undefined): number | string | null {
  const plain = (text ?? '').normalize('NFKC').replace(/[%,\s]/g, '');
  if (plain === '') return null;
  return Number.isFinite(Number(plain)) ? Number(plain) : plain;
}
