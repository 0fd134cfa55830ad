import type { StopRequest } from './stop-request.ts';

export type Steps = {
  /** Runs one step of the start, showing its name, its time and its outcome. Gives up when asked to stop. */
  run<T>(name: string, work: (tell: (line: string) => void) => Promise<T>): Promise<T>;
};

/** Progress as plain lines: one a step, on standard error, fit for a terminal and for a log. */
export function showSteps(request: StopRequest, out: NodeJS.WriteStream = process.stderr): Steps {
  return {
    async run(name, work) {
      request.throwIfAsked();
      const began = performance.now();
      let detail = '';
      const onTerminal = (line: string) => {
        detail = line;
        if (out.isTTY) out.write(`\r\x1b[K  … ${name}: ${line}`);
        else out.write(`  … ${name}: ${line}\n`);
      };
      if (out.isTTY) out.write(`  … ${name}`);
      const clear = out.isTTY ? '\r\x1b[K' : '';
      try {
        const result = await Promise.race([work(onTerminal), request.asked.then(request.throwIfAsked)]);
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        out.write(`${clear}  ✓ ${name}${detail && ` (${detail})`} ${seconds} s\n`);
        return result as Awaited<ReturnType<typeof work>>;
      } catch (error) {
        out.write(`${clear}  ✗ ${name}\n`);
        throw error;
      }
    },
  };
}
