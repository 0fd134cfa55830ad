import type { IncomingMessage } from 'node:http';
import type { Params } from './types.ts';

/** Parameters of a call, however they came: query, JSON, form or multipart without files (Bot API, "Making requests"). */
export async function readParams(request: IncomingMessage, url: URL): Promise<Params> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const query = Object.fromEntries(url.searchParams);
  if (body.length === 0) return query;
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return { ...query, ...(JSON.parse(body.toString('utf8')) as Params) };
  if (type.startsWith('application/x-www-form-urlencoded') || type.startsWith('multipart/form-data'))
    return {
      ...query,
      ...Object.fromEntries(await new Response(body, { headers: { 'content-type': type } }).formData()),
    };
  return query;
}

/** A structured field: as it is in JSON, as text of JSON in a form. null where it is neither. */
export function structured(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return null;
  }
}

export function integer(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
}
