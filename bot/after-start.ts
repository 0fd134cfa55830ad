import type { Office } from './compose.ts';
import { temporalAnswers } from './health.ts';

const RETRY_MS = 2_000;

/**
 * What follows once the bot is up: entities that Temporal lacks come back, and the demo catches up. Temporal may
 * be late, so both are tried until they can be done. `failed` tells that the demo gave up.
 */
export function afterStart(office: Office): { demoFailed: () => boolean; stop: () => void } {
  let stopped = false;
  let demoFailed = false;
  let timer: NodeJS.Timeout | null = null;
  const wait = () => new Promise<void>((resolve) => (timer = setTimeout(resolve, RETRY_MS)));

  async function run(): Promise<void> {
    while (!stopped && !(await reachable(office))) await wait();
    if (stopped) return;
    const report = await office.repair();
    if (report.started.length > 0)
      office.desk.log('entities were repaired', { checked: report.checked, started: report.started.length });
    if (stopped) return;
    await office.demo.catchUp().catch((error: unknown) => {
      demoFailed = true;
      office.desk.log('the demo did not catch up', { error: String(error) });
    });
  }

  async function keepTrying(): Promise<void> {
    for (;;) {
      try {
        return await run();
      } catch (error) {
        office.desk.log('repair is tried again', { error: String(error) });
        if (stopped) return;
        await wait();
      }
    }
  }

  void keepTrying();
  return {
    demoFailed: () => demoFailed,
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}

async function reachable(office: Office): Promise<boolean> {
  try {
    await temporalAnswers(office);
    await office.prisma.setting.count();
    return true;
  } catch {
    return false;
  }
}
