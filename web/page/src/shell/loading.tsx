import { Button, Empty, Spin } from 'antd';
import { useWords } from '../i18n/language.tsx';
import { shellWords } from './words.ts';

export function Loading() {
  const words = useWords(shellWords);
  return (
    <div className="state" role="status">
      <Spin /> <span>{words.loading}</span>
    </div>
  );
}

/** What went wrong, in the server's own sentence, and a way to ask again. */
export function Failed({ error, again }: { error: Error; again?: () => void }) {
  const words = useWords(shellWords);
  return (
    <div className="state" role="alert">
      <strong>{words.failed}</strong>
      <span>{error.message}</span>
      {again !== undefined && <Button onClick={again}>{words.retry}</Button>}
    </div>
  );
}

export function Nothing({ text, children }: { text: string; children?: React.ReactNode }) {
  return (
    <Empty
      className="nothing"
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      styles={{ image: { height: 36 } }}
      description={text}
    >
      {children}
    </Empty>
  );
}
