import type { Address } from '../../domain/chat/port.ts';
import type { DeskDeps } from '../desk/deps.ts';
import { loadHome, type LoadedHome } from './home/load-home.ts';

/** What the listener shows beside taking messages in: pages and forms, read from the database. */
export interface SlackFront {
  home(address: Address): Promise<LoadedHome>;
}

export const createSlackFront = (desk: DeskDeps): SlackFront => ({
  home: (address) => loadHome(desk, address),
});
