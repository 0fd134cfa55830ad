import { join } from 'node:path';
import type { EvidenceStore } from '../bot/evidence/store/evidence-store.ts';
import { createFolderStore } from '../bot/evidence/store/folder-store.ts';
import type { Environment } from './environment.ts';

/** Where files of evidence lie: in the data folder. */
export const fileStore = ({ DUBAN_HOME }: Environment): EvidenceStore => createFolderStore(join(DUBAN_HOME, 'files'));
