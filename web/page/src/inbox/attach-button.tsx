import { Button } from 'antd';
import { useRef } from 'react';
import { EVIDENCE_ENDINGS } from '../../../../domain/evidence/file-kind.ts';
import { useWords } from '../i18n/language.tsx';
import type { Attached } from './use-attached.ts';
import { inboxWords } from './words.ts';

/** Opens the device's own choice of files; a telephone offers its camera too. `children`: what stands beside the clip. */
export function AttachButton({ files, children }: { files: Attached; children?: React.ReactNode }) {
  const words = useWords(inboxWords);
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={[...EVIDENCE_ENDINGS, 'image/*'].join(',')}
        data-testid="attach"
        onChange={({ target }) => {
          files.add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button
        className="reply-attach"
        aria-label={words.attach}
        title={words.attach}
        onClick={() => picker.current?.click()}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path
            d="M14.5 9.3l-5 5a3.1 3.1 0 0 1-4.4-4.4l5.8-5.8a2.1 2.1 0 0 1 3 3l-5.7 5.7a1 1 0 0 1-1.5-1.5l5-5"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        </svg>
        {children}
      </Button>
    </>
  );
}
