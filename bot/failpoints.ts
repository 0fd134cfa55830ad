/** Named places where a test may fail on purpose; a no-op in the product. */
export type BotFailpoint = 'inbox.before-commit' | 'inbox.after-commit' | 'dispatch.after-update';
export type BotFailpoints = (at: BotFailpoint) => Promise<void>;

export const noFailpoints: BotFailpoints = async () => {};
