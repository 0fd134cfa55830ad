import { join } from 'node:path';
import type { EvidenceStore } from '../bot/evidence/store/evidence-store.ts';
import { createFolderStore } from '../bot/evidence/store/folder-store.ts';
import { createS3Store } from '../bot/evidence/store/s3-store.ts';
import type { Environment } from './environment.ts';

const REGION = 'us-east-1';

/** Where files of evidence lie: in a bucket where one is set, else in the data folder. */
export function fileStore(environment: Environment): EvidenceStore {
  const { DUBAN_HOME, EVIDENCE_S3_ENDPOINT, EVIDENCE_S3_BUCKET, EVIDENCE_S3_REGION } = environment;
  const { EVIDENCE_S3_ACCESS_KEY_ID, EVIDENCE_S3_SECRET_ACCESS_KEY } = environment;
  if (!EVIDENCE_S3_ENDPOINT) return createFolderStore(join(DUBAN_HOME, 'files'));
  return createS3Store({
    endpoint: EVIDENCE_S3_ENDPOINT,
    bucket: EVIDENCE_S3_BUCKET ?? '',
    accessKeyId: EVIDENCE_S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: EVIDENCE_S3_SECRET_ACCESS_KEY ?? '',
    region: EVIDENCE_S3_REGION ?? REGION,
  });
}
