import { spawn } from 'node:child_process';

/** Fetches one wheel for this machine into the folder; answers why not, or undefined when it is there. */
export async function pipDownload(what: string, folder: string, signal?: AbortSignal): Promise<string | undefined> {
  const rest = ['download', '--quiet', '--no-deps', '--only-binary=:all:', '--dest', folder, what];
  const commands = [['python3', '-m', 'pip'], ['pip3'], ['pip'], ['python', '-m', 'pip']] as const;
  let reason = "Python's pip is not installed";
  for (const [command, ...first] of commands) {
    const answer = await run(command, [...first, ...rest], signal);
    if (answer === 'done') return undefined;
    if (answer !== 'missing') reason = answer;
    if (answer !== 'missing' && !/No module named pip/.test(answer)) break;
  }
  return reason;
}

/** 'done', 'missing', or what went wrong. */
function run(command: string, args: string[], signal?: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], signal });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', () => resolve(signal?.aborted ? 'stopped' : 'missing'));
    child.once('close', (code) => {
      const line = said.split('\n').findLast((text) => /error|No module/i.test(text));
      resolve(code === 0 ? 'done' : `pip could not download it: ${(line ?? `exit ${code}`).slice(0, 200)}`);
    });
  });
}
