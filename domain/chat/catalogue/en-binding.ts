import type { BindingWords } from './zh-binding.ts';

export const enBinding: BindingWords = {
  itIsMe: 'It is me',
  notMe: 'Not me',
  isItYou: (name, unit) =>
    `This code was given to ${name}${unit === '' ? '' : ` (${unit})`}, who is bound to another account here. If that is you, confirm: this account takes over and the other one ends. If not, do not confirm. Valid for 10 minutes.`,
  somebodyBinds: (account) =>
    `Somebody used your code${account === null ? '' : ` with the account "${account}"`}. Once confirmed, this account receives nothing more. If it was not you, press [Not me].`,
  replacedHere:
    'Another account has taken the place of this one, which receives nothing more. If it was not you, tell the office at once.',
  denied: 'Noted: not the person. The code is void, this account is bound to nobody, and the office was told.',
  claimEnded: 'Noted: it was not you. The request is void, this account stays as it was, and the office was told.',
  accountEnded: 'This account was unbound; the message takes no answer any more',
  codeFor: (name, code) => `Code for ${name}: ${code}, valid once, for 10 minutes. Tell it to that person alone.`,
  linkFor: ({ channel, url, holdsCode }) =>
    holdsCode
      ? `Telegram: they open ${url} and press Start.`
      : `${channel === 'slack' ? 'Slack' : 'Telegram'}: they open ${url} and send the code.`,
};
