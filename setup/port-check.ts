import { portIsFree } from './free-port.ts';
import { setupError } from './setup-error.ts';

export async function checkPort(port: number): Promise<void> {
  if (await portIsFree(port, 'everywhere')) return;
  throw setupError(`Port ${port} is taken by another program: stop it, or set DUBAN_PORT to a free one.`);
}
