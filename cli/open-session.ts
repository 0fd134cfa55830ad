import type { ChatSettings } from '../bot/chat-channels.ts';
import { chatSettings } from '../setup/chat-settings.ts';
import { composeOffice, type Office } from '../bot/compose.ts';
import { actorOf } from '../bot/desk/actor-of.ts';
import type { DeskActor } from '../bot/desk/deps.ts';
import { RefusedError } from '../domain/refusals.ts';
import { DEMO_COORDINATOR, loadDemo } from '../seeds/load-demo.ts';
import { LOCAL_COORDINATOR } from '../seeds/load.ts';
import { seedScripts } from '../seeds/demo/script-port.ts';
import { fileStore } from '../setup/file-store.ts';
import type { EvidenceStore } from '../bot/evidence/store/evidence-store.ts';
import { connectionsOf, type Connections } from '../setup/connections.ts';
import { readEnvironment } from '../setup/environment.ts';
import { UsageError } from './failure.ts';

/** One command's way to everything, acting as one person. */
export interface CommandSession {
  office: Office;
  /** Address of the page, for links. */
  http: string;
  /** The chat providers that the settings name. */
  chat: ChatSettings;
  /** The person of --as, else the local coordinator; looked up when first asked for. */
  actor(): Promise<DeskActor>;
  close(): Promise<void>;
}

/** By the settings, or by what `npm start` left in the data folder. Throws a SetupError where there is neither. */
export async function openSession(as?: string): Promise<CommandSession> {
  const environment = readEnvironment();
  return sessionOn(connectionsOf(environment), as, chatSettings(environment), fileStore(environment));
}

/** Opens no connection by itself. `as`: a person's id or name. */
export function sessionOn(
  { databaseUrl, temporal, http }: Connections,
  as?: string,
  chat: ChatSettings = { slack: null, telegram: null },
  store: EvidenceStore = noStore,
  realNow: () => Date = () => new Date(),
): CommandSession {
  const office = composeOffice({
    databaseUrl,
    temporal,
    chat,
    store,
    log: () => {},
    realNow,
    seeds: { ...seedScripts, loadDemo, demoCoordinatorId: DEMO_COORDINATOR.id },
  });
  return {
    office,
    http,
    chat,
    actor: async () => {
      const wanted = as === undefined ? LOCAL_COORDINATOR.id : await personId(office, as);
      // The command line speaks Chinese, whatever its person reads elsewhere.
      return { ...(await actorOf(office.prisma, wanted, 'cli')), locale: 'zh' };
    },
    close: () => office.close(),
  };
}

/** For who asks for no file. */
const noStore: EvidenceStore = {
  put: () => Promise.reject(new Error('no file store')),
  get: async () => null,
  has: async () => false,
};

/** A person by id, else by a name that only one has. */
export async function personId({ prisma }: Pick<Office, 'prisma'>, wanted: string): Promise<string> {
  const found = await prisma.person.findMany({
    where: { OR: [{ id: wanted }, { name: wanted }] },
    select: { id: true },
    take: 3,
  });
  const [only] = found.length > 1 ? found.filter(({ id }) => id === wanted) : found;
  if (only) return only.id;
  if (found.length > 1)
    throw new UsageError(
      `有多人名为“${wanted}”,请改用编号:${found.map(({ id }) => id).join('、')}。`,
      'CONTACT_AMBIGUOUS',
    );
  throw new RefusedError('CONTACT_UNKNOWN', { contact: wanted });
}
