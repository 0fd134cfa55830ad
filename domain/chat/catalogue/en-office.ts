import { shorten } from '../item-label.ts';
import { count } from './en-lines.ts';
import type { OfficeWords } from './zh-office.ts';

/** What is said to the office where it assigns units, registers scans, sees to its brief, or goes on on the page. */
export const enOffice: OfficeWords = {
  confirmScan: (item, who, name) =>
    `Register the stamped scan "${shorten(name, 80)}" of ${who} for ${item}, in the place of its supervisor’s sign-off?`,
  whichScan: (item, who) =>
    `Please reply what the stamped scan of ${who} for ${item} is called and where it lies (at least 5 characters).`,
  confirmAssign: (item, units) => `Assign ${item} to ${units.join(', ')}?`,
  whichUnits: (item) => `Please reply with the units for ${item}, separated by commas; the first one leads.`,
  whichOfUnits: (named) => `"${shorten(named, 20)}" may be one of these. Please choose:`,
  noSuchUnit: (named) => `There is no unit "${shorten(named, 40)}". Please reply with its full or short name.`,
  brief: {
    draftTitle: (title) => `${title}, draft`,
    edit: 'To change its words, use the page “Briefs”.',
    sendTo: (names) =>
      names.length > 0
        ? `Goes to ${count(names.length, 'leader')}: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' and others' : ''}.`
        : 'No leader is registered: it goes to nobody.',
    confirm: (title, span, sentences) => `Release ${title} (${count(sentences, 'sentence')})? ${span}`,
    editedBy: (name) => `Last changed by ${name}.`,
    release: 'Release',
    releaseNow: 'Release now',
    text: 'Full text',
    released: (no) => `Brief no. ${no} is released.`,
  },
  elsewhere: {
    'merge-units':
      'Merging units moves many tasks and is not done in chat. Please use the contacts page or the command line: contact merge-units.',
    'link-tasks':
      'Linking tasks needs a look at both plans and is not done in chat. Please use the task’s page or the command line: task link, task unlink.',
    'sub-item':
      'Sub-items and breakdown plans need a form or a file and are not added in chat. Please use the task’s page or the command line: task add, task breakdown.',
  },
  openPage: 'Open the page',
};
