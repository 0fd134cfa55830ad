// The command line: `npm run -s duban -- COMMAND`. Talks to PostgreSQL and Temporal itself, so it works with the bot down.
import { runCommandLine } from './cli/run.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
