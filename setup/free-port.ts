import { createServer } from 'node:net';

/** Whether a server could listen on this port: on loopback only, or on every address of the machine. */
export function portIsFree(port: number, where: 'loopback' | 'everywhere'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: where === 'loopback' ? '127.0.0.1' : undefined }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/** A loopback port: the wanted one if it is still free, else one that the system picks. */
export async function freePort(wanted?: number): Promise<number> {
  if (wanted && (await portIsFree(wanted, 'loopback'))) return wanted;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const bound = server.address();
      server.close(() =>
        bound && typeof bound === 'object' ? resolve(bound.port) : reject(new Error('no port to be had')),
      );
    });
  });
}
