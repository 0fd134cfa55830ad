/**
 * Calls back once the process that started this one is gone, however it ended (the channel to it
 * closes). Does nothing for a process that was started without a channel. Never keeps a process alive.
 */
export function whenParentEnds(callback: () => void): void {
  if (!process.send) return;
  if (!process.connected) return void setImmediate(callback);
  process.once('disconnect', callback);
  process.channel?.unref();
}
