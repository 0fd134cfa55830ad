import type { EvidenceWords } from './zh-evidence.ts';

export const enEvidence: EvidenceWords = {
  names: (names) =>
    names.length <= 2
      ? names.map((name) => `"${name}"`).join(', ')
      : `"${names[0] ?? ''}" and ${names.length - 1} more`,
  whichTask: (files) => `${files}: kept. Which item is it evidence for?`,
  isFor: (files, item) => `${files}: kept. Is it evidence for ${item}?`,
  asEvidenceOf: (item) => `Evidence for ${item}`,
  noEvidence: 'No evidence',
  filed: (files, item) => `${files}: filed as evidence for ${item}.`,
  dropped: (files) => `${files}: kept, but not filed as evidence.`,
  onCard: (count) => (count === 0 ? 'none attached' : `${count} attached`),
  askedLater: (count) => `${count} attached: which item they are evidence for is asked once this is recorded.`,
};
