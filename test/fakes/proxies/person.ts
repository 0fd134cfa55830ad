/** A message of the bot's as the person sees it now. */
export interface SeenMessage {
  id: string;
  text: string;
  /** Labels of its buttons, in order. */
  buttons: string[];
  /** The bot has changed it since. */
  changed: boolean;
}

/** Somebody at an emulated provider, with the bot's conversation open. */
export interface EmulatedPerson {
  type(text: string): Promise<void>;
  /** Presses the button of this label on the newest message that has one. */
  press(label: string): Promise<void>;
  /** What the bot wrote, oldest first. */
  messages(): Promise<SeenMessage[]>;
}
