import type { IncomingMessage, ServerResponse } from 'node:http';
import { no, text, yes, type Answer, type Arguments } from './answers.ts';
import type { Workspace } from './workspace.ts';

/** A file that somebody put into their conversation with the bot. */
export interface SlackFile {
  id: string;
  name: string;
  mimetype: string;
  content: Uint8Array;
  user: string;
  deleted: boolean;
  /** Kept elsewhere (a drive): Slack has no bytes of it. */
  external: boolean;
  /** Where it says that the bytes are; the fake's own address unless a test says another. */
  url: string;
  /** The download answers with a redirect to there. */
  redirectTo: string | null;
}

const FILES = '/files-pri/';

/** `address`: of the fake's server. */
export const filesInfo =
  (address: () => string) =>
  (workspace: Workspace, args: Arguments): Answer => {
    const file = workspace.files.get(text(args['file']));
    if (!file) return no('file_not_found');
    if (file.deleted) return no('file_deleted');
    const { id, name, mimetype, content, user, external } = file;
    const url =
      file.url === '' ? `${address()}${FILES}${workspace.team}-${id}/download/${encodeURIComponent(name)}` : file.url;
    return yes({
      file: {
        id,
        created: 1,
        timestamp: 1,
        name,
        title: name,
        mimetype,
        filetype: 'binary',
        user,
        size: content.byteLength,
        mode: external ? 'external' : 'hosted',
        is_external: external,
        is_public: false,
        url_private: url.replace('/download/', '/'),
        url_private_download: url,
      },
      content_html: null,
    });
  };

/** The bytes, for whoever shows the bot's token; anybody else gets the sign-in page, as Slack has it. */
export function answerDownload(workspace: Workspace, request: IncomingMessage, response: ServerResponse): boolean {
  const path = request.url ?? '';
  if (!path.startsWith(FILES)) return false;
  const [, id = ''] = /^\/files-pri\/[^-/]+-([^/]+)\//.exec(path) ?? [];
  const file = workspace.files.get(id);
  if (request.headers.authorization !== `Bearer ${workspace.token}`) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!DOCTYPE html><html>Sign in</html>');
    return true;
  }
  if (!file || file.deleted) response.writeHead(404).end();
  else if (file.redirectTo !== null) response.writeHead(302, { location: file.redirectTo }).end();
  else response.writeHead(200, { 'content-type': file.mimetype }).end(file.content);
  return true;
}
