import type { PrismaClient } from '../../prisma/client.ts';
import { FileRefused, type FileFetcher } from '../evidence/file-fetcher.ts';
import type { EvidenceStore } from '../evidence/store/evidence-store.ts';

/** What the page sent ahead lies in the store already. */
export function createUploadFetcher(prisma: PrismaClient, store: EvidenceStore): FileFetcher {
  return {
    channel: 'web',
    async fetch({ id, name }) {
      const upload = await prisma.upload.findUnique({ where: { id } });
      const bytes = upload && (await store.get(upload.sha256));
      if (!upload || !bytes) throw new FileRefused('FILE_GONE', { name });
      return { bytes, name: upload.name, mime: upload.mime };
    },
  };
}
