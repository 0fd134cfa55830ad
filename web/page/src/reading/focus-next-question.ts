/**
 * Who answers with the keyboard goes on with the next question: the one that was answered leaves its place. Called
 * before the answer; what it gives, after it.
 */
export function focusNextQuestion(from: HTMLElement): () => void {
  const list = from.closest('[data-testid="questions"]');
  const cards = [...(list?.querySelectorAll<HTMLElement>('.question[data-state="open"]') ?? [])];
  const at = cards.findIndex((card) => card.contains(from));
  const next = cards[at + 1] ?? cards[at - 1];
  const path = next?.dataset['path'];
  return () =>
    requestAnimationFrame(() => {
      if (list === null || path === undefined || document.activeElement !== document.body) return;
      list.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"] .question-place`)?.focus();
    });
}
