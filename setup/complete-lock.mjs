// node setup/complete-lock.mjs [--check]: run it after `npm install` has changed package-lock.json.
// A registry that lacks the builds for some other platform makes npm leave them out of the lock
// file, and `npm ci` then refuses that file everywhere. They are written back here, by the exact
// version that their parent names; a hash is added by npm where the registry has the package.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const lockFile = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
const systems = ['darwin', 'linux', 'win32', 'windows', 'android', 'freebsd', 'netbsd', 'openbsd', 'sunos', 'aix'];
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const platform = platformOf(name);
    if (!platform || !/^\d+\.\d+\.\d+/.test(version) || isLocked(path, name)) continue;
    lock.packages[`node_modules/${name}`] = { version, optional: true, ...platform };
    added.push(name);
  }
}
if (process.argv.includes('--check') && added.length > 0) {
  console.error(`package-lock.json lacks ${added.join(', ')}: run node setup/complete-lock.mjs`);
  process.exit(1);
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries(sorted);
if (added.length > 0) writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);

/** As npm looks it up: below the parent, then below each folder above it. */
function isLocked(path, name) {
  for (let place = path; ; place = place.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    if (lock.packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true;
    if (place === '') return false;
  }
}

/** The platform that the name of such a package spells out. */
function platformOf(name) {
  const words = name.split(/[^a-z0-9]+/);
  const os = words.includes('openharmony') ? 'openharmony' : systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (!os || !cpu) return undefined;
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  const gnuOrMusl = words.some((word) => /^(gnu|musl)/.test(word));
  return {
    os: [os === 'windows' ? 'win32' : os],
    cpu: [cpu],
    ...(os === 'linux' && gnuOrMusl ? { libc: [libc] } : {}),
  };
}
