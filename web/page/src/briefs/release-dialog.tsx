import { Alert, Modal } from 'antd';
import type { BriefView } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { Recipients } from './recipients.tsx';
import { forgetUnsaved, unsavedCount } from './unsaved.ts';
import { briefWords } from './words.ts';

interface Props {
  brief: BriefView;
  /** Of what was read; null: not asked. */
  readHash: string | null;
  close: () => void;
}

/** 〔核发〕 says to whom it goes and that it can't be taken back, before anything happens. */
export function ReleaseDialog({ brief, readHash, close }: Props) {
  const words = useWords(briefWords);
  const act = useAct();
  const { recipients, sections } = brief;
  const unsaved = readHash === null ? 0 : unsavedCount(brief);
  const dropped = sections.flatMap(({ sentences }) => sentences).filter((sentence) => sentence.dropped).length;
  const release = () =>
    act.mutate(
      { path: `/briefs/${encodeURIComponent(brief.id)}/release`, body: { hash: readHash } },
      { onSuccess: () => forgetUnsaved(brief), onSettled: close },
    );
  return (
    <Modal
      title={words.releaseTitle(brief.no)}
      open={readHash !== null}
      onCancel={close}
      onOk={release}
      okText={words.release}
      cancelText={words.cancel}
      confirmLoading={act.isPending}
      destroyOnHidden
    >
      <div className="stack" data-testid="release-dialog">
        {unsaved > 0 && <Alert type="warning" showIcon title={words.releaseUnsaved(unsaved)} />}
        <p>
          <strong>{words.releaseFinal}</strong>
          {dropped > 0 && words.releaseDropped(dropped)}
        </p>
        {recipients.length === 0 ? (
          <p>{words.releaseToNobody}</p>
        ) : (
          <div>
            <p>{words.releaseTo(recipients.length)}</p>
            <Recipients recipients={recipients} />
          </div>
        )}
      </div>
    </Modal>
  );
}
