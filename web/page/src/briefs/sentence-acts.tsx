import { Button } from 'antd';
import { useWords } from '../i18n/language.tsx';
import { briefWords } from './words.ts';

interface Props {
  dropped: boolean;
  pending: boolean;
  edit: () => void;
  drop: () => void;
  restore: () => void;
}

export function SentenceActs({ dropped, pending, edit, drop, restore }: Props) {
  const words = useWords(briefWords);
  return (
    <span className="sentence-acts">
      {dropped ? (
        <Button type="text" size="small" disabled={pending} onClick={restore}>
          {words.restore}
        </Button>
      ) : (
        <>
          <Button type="text" size="small" disabled={pending} onClick={edit}>
            {words.edit}
          </Button>
          <Button type="text" size="small" disabled={pending} onClick={drop}>
            {words.drop}
          </Button>
        </>
      )}
    </span>
  );
}
