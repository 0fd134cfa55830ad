import type { Channel, ChatPort } from '../../domain/chat/port.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { World } from './bot/world.ts';

/** One channel, and for a channel with a provider each way in, as the contract meets it. */
export interface PortUnderTest {
  /** `slack over HTTP`, `telegram by polling`; the channel's name where there is one way in. */
  name?: string;
  channel: Channel;
  /** Account.team of everybody here; '' where the channel knows no teams. */
  team?: string;
  /** Who a person is at the provider; their own id where it needs no other form. */
  externalId?: (personId: string) => string;
  /** A channel with a provider starts its fake first. */
  ports: (prisma: PrismaClient) => ChatPort[] | Promise<ChatPort[]>;
  /** False where we call the provider and nobody can post to us: there is no stranger's case then. */
  takesPosts?: boolean;
  /** Starts the listener over the world's inbox. Absent (web, scripted): what people do goes to the inbox itself. */
  open?: (world: World) => Promise<Wire>;
}

/** `yes`: the provider heard that we have it. `no`: it heard otherwise, or nothing within its bound. */
export type Heard = 'yes' | 'no';

/** The fake provider with the real listener behind it: everything crosses a socket. */
export interface Wire {
  type(personId: string, text: string): Promise<Heard>;
  press(personId: string, buttonId: string): Promise<Heard>;
  /** Changes what this person typed last. */
  edit(personId: string, text: string): Promise<Heard>;
  /** Types as a reply to a message of ours. */
  replyTo?(personId: string, providerRef: Record<string, unknown>, text: string): Promise<Heard>;
  /** What came last comes again, as the provider does when it heard nothing. */
  redeliverLast(): Promise<Heard>;
  /** The same message under another id of its envelope, where the provider does such a thing. */
  redeliverUnderNewId?(): Promise<Heard>;
  /** What strangers may post to our address: the HTTP status they get. Absent where nobody can post to us. */
  attacks?: {
    wrongSecret(personId: string, text: string): Promise<number>;
    noSecret(personId: string, text: string): Promise<number>;
    tooLarge(personId: string): Promise<number>;
    /** A rightly signed post of another time; absent where posts carry none. */
    signedAt?(personId: string, text: string, offsetMs: number): Promise<number>;
  };
  /** What becomes of the next message that we send to this person. */
  refuseNext(personId: string, how: Refusal): void;
  /** What everybody has on the screen now, oldest first. */
  shown(): Shown[];
  /** The longest text that the provider lets people write; none: 100,000. */
  textMax?: number;
  /** Ends listener and fake. */
  close(): Promise<void>;
}

/** `gone`: this address will never work. `revoked`: our token. `busy`: not for 30 s. `broken`: a failing server. `unsure`: taken, the answer lost. */
export type Refusal = 'gone' | 'revoked' | 'busy' | 'broken' | 'unsure';

export interface Shown {
  /** As the port's providerRef has it. */
  ref: Record<string, unknown>;
  text: string;
  buttonIds: string[];
  /** What it hangs on, where the provider has threads. */
  thread?: string;
}
