import { shorten } from '../item-label.ts';
import { fullDayText } from '../local-text.ts';
import { englishSummary } from './en-summaries.ts';
import type { Answers } from './types.ts';

/** What a person is told after an answer: one sentence, and what to do where something is to be done. */
export const enAnswers: Answers = {
  recorded: (item, summary) => `${item}: ${englishSummary(summary.replace(/^已登记:/, ''))}.`,
  whichTask: (words) => `"${shorten(words, 60)}" was kept. Which item is it about?`,
  noSuchTask: (named) => `Your words were kept. The plan has no ${named}. Which item are they about?`,
  whichLine: (button) => `"${button}": for which item?`,
  noTask: 'Your words were kept; what is to be done was not recognised. Send "help" to see what can be.',
  noOpenTask: 'Your words were kept. Nothing is asked of your unit at present.',
  keptVague: (item) => `${item}: your words were kept, recorded without a figure.`,
  kept: 'Your words were kept; the progress is unchanged.',
  editingRollUp: 'Please reply with the whole corrected roll-up; your text counts. The words of the units are kept.',
  questionToOffice: 'Your words were kept and passed to the office for an answer.',
  editing:
    'Please reply with the correct content; the words before are kept. If another item is meant, give its number as it is printed.',
  fill: (items) =>
    `Please reply with progress, what was done with figures, and problems of ${items.join(', ')}. You check it before it is recorded.`,
  explain: (item) => `Please reply why nothing was reported for ${item}, and by when it can be.`,
  unchangedWhy: (item) =>
    `Please reply why nothing changed for ${item} (at least 5 characters). Once recorded, this period counts as reported.`,
  disputeWords: 'Please reply with your reasons (at least 5 characters). They are recorded and go to the office.',
  contactAsked:
    'Your request for another contact went to the office with your words. Until it is settled, messages still come to you.',
  contactWords:
    'The change of contact was passed to the office. Please reply with name and telephone of the new contact, which are kept with it.',
  extensionDate: (item, dueOn) =>
    `${item} is now due ${fullDayText(dueOn, 'en')}. Please reply with the new date as 2026-12-21, the reason (at least 5 characters) and the progress so far.`,
  extensionReason: (item, newDueOn) =>
    `${item}: more time until ${fullDayText(newDueOn, 'en')}. Please reply with the reason (at least 5 characters).`,
  extensionDropped: 'Cancelled; no more time was asked for.',
  acknowledged: 'Received.',
  directiveWords: (no) =>
    `Please reply with your instruction on brief no. ${no}. The office drafts it; it does not go to a unit directly.`,
  directiveDone: (no) => `Your instruction on brief no. ${no} was recorded; the office drafts it.`,
  directiveDropped: 'Cancelled; no instruction was recorded.',
  handedOver:
    'You are no longer the contact for this item. Nothing was recorded; your words were kept. The present contact reports.',
  cardDone: 'Recorded',
  dataLater: (day) => `No figure yet, by ${day}`,
  closedBy: (summary, who) => {
    const said = englishSummary(summary);
    return who === '' ? said : `${said} (${who})`;
  },
  allDone: 'All items are recorded',
  cardReplaced: 'Replaced by the corrected content',
  cardCompleted: 'Completed; please check the new card',
  answeredLate: (result) =>
    `This was settled before: ${result.replace(/\.$/, '')}. Your reply was kept but not recorded. To report anew, reply with the number of the item and the correct content.`,
  cardRefused: 'not recorded; your words were kept',
  cardKept: 'Only the words were kept',
  cardAskedAgain: 'Asked again below',
  cardToOffice: 'Not confirmed; passed to the office with the words',
  questionAnswered: (item) => `Chosen: ${item}`,
  takenBack: 'Taken back',
  takenBackOf: (items) => `; taken back since: ${items.join(', ')}`,
  nothingToWithdraw:
    'There is no report that can be taken back. To correct one, reply with the number of the item and the correct content.',
  whichWithdraw: (minutes) =>
    `Several items were just recorded. Which one is to be taken back (within ${minutes} minutes)?`,
  complaint: (owed) =>
    owed === 0
      ? 'Sorry for the disturbance. Nothing is asked of you at present.'
      : `Sorry for the disturbance. ${owed === 1 ? 'One item waits' : `${owed} items wait`} for your answer; what is answered is not asked again:`,
  complaintMore: (count) => `And ${count} more; send "my list" to see them.`,
  complaintHow: (no) =>
    `One sentence is enough, such as "${no === null ? '' : `${no} `}60% done" or "no change". Where there is an obstacle, say which, or the day you need.`,
  notProcessed: 'Your message was received and kept. It could not be recorded by itself; the office deals with it.',
  help: 'Answer a message by its buttons or in your own words. Give the number of an item as it is printed to name it. Do not enter classified information.',
};
