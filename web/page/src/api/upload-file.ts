import type { ApiError, UploadAnswer } from '../../../api.ts';
import { offline, RequestFailed } from './http.ts';

/** One file as it is, with how much of it is through (0–1). Throws RequestFailed. */
export function uploadFile(
  file: File,
  person: string | undefined,
  progress: (share: number) => void,
): Promise<UploadAnswer> {
  const query = new URLSearchParams({ name: file.name, ...(person === undefined ? {} : { person }) });
  return new Promise((resolve, reject) => {
    // fetch tells nothing of an upload's progress.
    const request = new XMLHttpRequest();
    request.open('POST', `/api/inbox/files?${query.toString()}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-duban', '1');
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && progress(loaded / total);
    request.onerror = () => reject(new RequestFailed(0, offline()));
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status === 200) return resolve(body as UploadAnswer);
      const error = (body as ApiError | null)?.error;
      reject(
        new RequestFailed(
          request.status,
          error ?? { code: `HTTP_${request.status}`, message: `服务返回错误(${request.status}),请稍后重试。` },
        ),
      );
    };
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
