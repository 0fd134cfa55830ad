import { App } from 'antd';
import { useState } from 'react';
import type { UploadAnswer } from '../../../api.ts';
import { useStored } from '../api/stored.ts';
import { uploadFile } from '../api/upload-file.ts';

export interface Uploading {
  key: string;
  name: string;
  /** 0–1 */
  share: number;
  /** Why it isn't through; it can be tried again. */
  failed: string | null;
  file: File;
}

const read = (stored: string | null): UploadAnswer[] => {
  try {
    return stored === null ? [] : (JSON.parse(stored) as UploadAnswer[]);
  } catch {
    return [];
  }
};

let count = 0;

/** Files of a reply that is being written: those through survive a reload, those under way show how far they are. */
export function useAttached(storeKey: string, person: string | undefined) {
  const [stored, store] = useStored(storeKey);
  const [uploading, setUploading] = useState<Uploading[]>([]);
  const { message } = App.useApp();
  const attached = read(stored);
  const change = (key: string, next: Partial<Uploading>) =>
    setUploading((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one)));
  const drop = (key: string) => setUploading((all) => all.filter((one) => one.key !== key));

  const start = async ({ key, file }: Uploading): Promise<void> => {
    change(key, { failed: null, share: 0 });
    try {
      const kept = await uploadFile(file, person, (share) => change(key, { share }));
      // Another one may have come through meanwhile.
      store(JSON.stringify([...read(localStorage.getItem(`duban.${storeKey}`)), kept]));
      drop(key);
    } catch (error) {
      const failed = error instanceof Error ? error.message : String(error);
      void message.error(failed, 6);
      change(key, { failed });
    }
  };

  return {
    attached,
    uploading,
    add(files: Iterable<File>) {
      for (const file of files) {
        count += 1;
        const fresh = { key: String(count), name: file.name, share: 0, failed: null, file };
        setUploading((all) => [...all, fresh]);
        void start(fresh);
      }
    },
    again: (one: Uploading) => void start(one),
    drop,
    remove: (id: string) => store(JSON.stringify(attached.filter((file) => file.id !== id))),
    clear: () => store(null),
  };
}

export type Attached = ReturnType<typeof useAttached>;
