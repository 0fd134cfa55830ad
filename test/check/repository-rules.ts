/** What no tool knows: rules on the text of a tracked file. Answers one line for each breach. */
export function problemsIn(path: string, text: string): string[] {
  return [
    ...foldersOf(path),
    ...machinePaths(path, text),
    ...registryHosts(path, text),
    ...limitedUpdates(path, text),
    ...openDoors(path, text),
  ];
}

const vagueFolders = new Set(['utils', 'helpers', 'common', 'services', 'lib', 'misc']);
const isCode = (path: string) => /\.(ts|tsx|mjs|cjs|js)$/.test(path);
const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length;

function foldersOf(path: string): string[] {
  const vague = path
    .split('/')
    .slice(0, -1)
    .find((folder) => vagueFolders.has(folder));
  return vague ? [`${path}: a folder called ${vague} says nothing; name it for its concept`] : [];
}

// Put together from pieces, so that this file keeps its own rules.
const machinePath = new RegExp(`(?<![\\w.})\\]-])/(?:home/\\w+|Users/\\w+|root|work)/[\\w.]`, 'g');

function machinePaths(path: string, text: string): string[] {
  return [...text.matchAll(machinePath)].map(
    (found) => `${path}:${lineOf(text, found.index)}: a path of one machine (${found[0]}…)`,
  );
}

const hosts = ['registry.npm' + 'js.org', 'pypi' + '.org', 'files.python' + 'hosted.org', 'proxy.golang' + '.org'];

function registryHosts(path: string, text: string): string[] {
  const named = hosts.filter((host) => text.includes(host)).map((host) => `${path}: names the registry ${host}`);
  const pinned = path.endsWith('package-lock.json') && /"resolved": "https?:/.test(text);
  return pinned ? [...named, `${path}: holds download addresses; keep omit-lockfile-registry-resolved`] : named;
}

/** `updateMany({… limit})` claimed rows twice when two workers ran it: a claim is one raw statement. */
function limitedUpdates(path: string, text: string): string[] {
  if (!isCode(path)) return [];
  return [...text.matchAll(/\.updateMany\w*\(/g)].flatMap((found) => {
    const call = argumentsAt(text, found.index + found[0].length);
    const limited = /[{,]\s*limit\s*[:,}]/.test(call);
    return limited ? [`${path}:${lineOf(text, found.index)}: updateMany with a limit claims twice`] : [];
  });
}

/** The Telegram library takes posts from anybody where this is set. */
const openDoor = ['allow', 'Unauthenticated'].join('');

function openDoors(path: string, text: string): string[] {
  const at = isCode(path) ? text.indexOf(openDoor) : -1;
  return at < 0 ? [] : [`${path}:${lineOf(text, at)}: ${openDoor} lets strangers post; give the secret`];
}

function argumentsAt(text: string, start: number): string {
  let depth = 1;
  for (let index = start; index < text.length; index++) {
    if (text[index] === '(') depth++;
    if (text[index] === ')' && --depth === 0) return text.slice(start, index);
  }
  return text.slice(start);
}
