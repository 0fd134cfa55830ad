const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * May a file be fetched from this address? Only over http(s), without user or password in it, from a host that is
 * named: the provider's own, or the configured root's (attack 19: links that lead into one's own network). A plain
 * http address only where the root that names its host and port is one itself.
 */
export function hostAllowed(address: string, allowed: { hosts: readonly string[]; roots: readonly string[] }): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, host, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  const roots = allowed.roots.filter((root) => URL.canParse(root)).map((root) => new URL(root));
  if (roots.some((root) => root.host === host && root.protocol === protocol)) return true;
  // One server on this machine goes by several names: the root's port is the same server.
  const isHere = (name: string): boolean => LOOPBACK.has(name);
  if (
    roots.some((root) => isHere(root.hostname) && isHere(hostname) && root.port === port && root.protocol === protocol)
  )
    return true;
  return protocol === 'https:' && port === '' && allowed.hosts.includes(hostname);
}
