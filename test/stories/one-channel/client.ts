/** A button as the person sees it. */
export interface ShownButton {
  label: string;
  id: string;
}

/** A message of the bot as it reads now. */
export interface Shown {
  id: string;
  text: string;
  buttons: ShownButton[];
}

/** One person at one provider: what they can see and do there, and nothing else. */
export interface Client {
  /** What the bot has written to them, oldest first. */
  shown(): Promise<Shown[]>;
  /** Types to the bot. */
  types(text: string): Promise<void>;
  /** A command as it is given there. */
  commands(text: string): Promise<void>;
  press(buttonId: string): Promise<void>;
  /** Presses 〔修改〕 and gives another progress, the way it is asked for there. */
  correct(buttonId: string, progress: number, settle: () => Promise<void>): Promise<void>;
}

export const ONE_CHANNEL = ['slack', 'telegram', 'web'] as const;
export type OneChannel = (typeof ONE_CHANNEL)[number];
