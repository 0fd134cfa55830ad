import { useMutation } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { post } from '../api/http.ts';
import { momentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { QrCode } from './qr-code.tsx';
import { WebWay } from './web-way.tsx';
import { peopleWords } from './words.ts';

interface Made {
  code: string;
  expiresAt: string;
  links?: { channel: 'slack' | 'telegram'; url: string; holdsCode: boolean }[];
}

/** Makes a code and shows it once: closing the dialog forgets it here, the server never shows it again. */
export function OneTimeCode({ personId, name }: { personId: string; name: string }) {
  const words = useWords(peopleWords);
  const { message } = App.useApp();
  const make = useMutation({
    mutationFn: () => post<Made>(`/contacts/${encodeURIComponent(personId)}/code`),
    onError: (error) => void message.error(error.message, 6),
  });
  const copy = (code: string) => void navigator.clipboard?.writeText(code).then(() => message.success(words.copied));
  return (
    <>
      <Button
        size="small"
        type="link"
        loading={make.isPending}
        onClick={() => make.mutate()}
        aria-label={`${words.code} ${name}`}
      >
        {words.code}
      </Button>
      <Modal
        title={words.codeFor(name)}
        open={make.data !== undefined}
        onCancel={() => make.reset()}
        footer={
          <Button type="primary" onClick={() => make.reset()}>
            {words.close}
          </Button>
        }
        destroyOnHidden
      >
        {make.data !== undefined && (
          <>
            <p>{words.codeOnce}</p>
            <p className="one-time-code">
              <code data-testid="one-time-code">{make.data.code}</code>
              {navigator.clipboard !== undefined && (
                <Button size="small" onClick={() => copy(make.data.code)}>
                  {words.copy}
                </Button>
              )}
            </p>
            {make.data.links?.map(({ channel, url, holdsCode }) => (
              <div key={channel} className="code-link">
                <a href={url}>{holdsCode ? words.openTelegram : words.openSlack}</a>
                {holdsCode && <QrCode text={url} label={words.scan(name)} />}
              </div>
            ))}
            <WebWay code={make.data.code} name={name} />
            <p className="quiet">{words.codeUntil(momentText(make.data.expiresAt))}</p>
          </>
        )}
      </Modal>
    </>
  );
}
