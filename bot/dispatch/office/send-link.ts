import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import { ownLink } from '../../desk/own-link.ts';
import { addressOfRow } from '../bind-by-code.ts';
import { inThreadOf } from '../../thread-of.ts';
import { refuseRow } from '../refuse-row.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { viaOf } from '../via-of.ts';
import { deskSays } from './desk-message.ts';

export interface LinkTo {
  page: string;
  id: string | null;
}

/**
 * 登录: a link to one's own page, once and for ten minutes. It goes straight to the chat and is put on no record,
 * since whoever reads records could use it; what stays is that it was sent. `to`: the page that it opens.
 */
export async function sendLink(context: RowContext, to?: LinkTo): Promise<Decision> {
  const { deps, row, person, planId } = context;
  const talk = await context.talk();
  const words = catalogueFor(talk.locale).commands.login;
  const port = deps.channels.get(row.channel);
  // The page itself, and contacts that are played: they are there already.
  if (!port?.hasWindow || row.channel === 'scripted' || deps.pageUrl === undefined)
    return deskSays(context, planId, 'note', [words.here]);
  let url: string;
  try {
    const now = new Date();
    ({ url } = await ownLink(deps.prisma, person, { pageUrl: deps.pageUrl, planId, via: viaOf(row), now }));
  } catch (error) {
    if (error instanceof RefusedError)
      return refuseRow(context, { code: error.refusal.code, details: error.refusal.details });
    throw error;
  }
  if (to) url += `#/${to.page}${to.id === null ? '' : `/${encodeURIComponent(to.id)}`}`;
  const message = {
    ...answerMessage('note', [words.link(url), words.once], talk),
    ...inThreadOf(row.payload),
    buttons: [],
    deliveryId: `link-${row.id}`,
  };
  const sent = await port.send(addressOfRow(row), message).catch(() => null);
  if (sent?.kind !== 'sent') return deskSays(context, planId, 'note', [words.notSent]);
  return decision('answered', planId);
}
