/** Dies like a killed process at the nth time that a named place is passed: `send.after-call:3`. */
export function failAt(setting: string | undefined): (at: string) => Promise<void> {
  const [point, nth = '1'] = (setting ?? '').split(':');
  let passed = 0;
  return async (at) => {
    if (at !== point) return;
    passed += 1;
    if (passed !== Number(nth)) return;
    process.kill(process.pid, 'SIGKILL');
    // The signal is on its way: nothing after this place may run.
    await new Promise(() => undefined);
  };
}
