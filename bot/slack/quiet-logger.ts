import { LogLevel, type Logger } from '@slack/bolt';

export type Log = (message: string, fields: Record<string, unknown>) => void;

/** Slack's packages log bodies and headers when asked to; here warnings and errors pass as one line, the rest is dropped. */
export function quietLogger(log: Log): Logger {
  const say = (level: string) => (what: unknown) =>
    log('slack', { level, said: what instanceof Error ? what.message : String(what) });
  const drop = () => undefined;
  return {
    debug: drop,
    info: drop,
    warn: say('warn'),
    error: say('error'),
    setLevel: drop,
    setName: drop,
    getLevel: () => LogLevel.WARN,
  };
}
