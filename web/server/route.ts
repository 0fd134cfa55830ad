import type { Context } from 'hono';
import type { z } from 'zod';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { Act } from '../../domain/rights.ts';
import type { WebDeps } from './deps.ts';
import type { SubjectKind } from './subject.ts';
import type { Viewer } from './viewer.ts';

export interface Call<Query = unknown, Body = unknown> {
  deps: WebDeps;
  context: Context;
  /** From the path; absent ones never reach a handler. */
  params: Record<string, string>;
  query: Query;
  body: Body;
  /** Of a route that needs a session. */
  viewer: Viewer;
}

/**
 * `public`: anybody; `signed-in`: any session, and the handler limits what is seen; else one act on one subject,
 * judged by the person acted as or (own) by the one who signed in.
 */
export type Access = 'public' | 'signed-in' | { act: Act; on: SubjectKind; judged?: 'actor' | 'own' };

/** One route as data: registered, described in the OpenAPI document and covered by the table of rights from here. */
export interface Route {
  method: 'get' | 'post';
  /** With places as OpenAPI writes them: /api/plans/{planId}. */
  path: string;
  summary: string;
  access: Access;
  query?: z.ZodType;
  body?: z.ZodType;
  /** The body is a file as it is, of at most so many bytes; `body` is then absent. */
  upload?: { maxBytes: number; tooLarge?: RefusalCode };
  run: (call: Call) => Promise<unknown>;
}

interface Typed<Q extends z.ZodType, B extends z.ZodType> extends Omit<Route, 'query' | 'body' | 'run'> {
  query?: Q;
  body?: B;
  run: (call: Call<z.infer<Q>, z.infer<B>>) => Promise<unknown>;
}

/** Ties the handler's query and body to their schemas. */
export const route = <Q extends z.ZodType = z.ZodType<undefined>, B extends z.ZodType = z.ZodType<undefined>>(
  typed: Typed<Q, B>,
): Route => typed as Route;

/** What every act answers. */
export const acted = ({ summary }: { summary: string }): { ok: true; summary: string } => ({ ok: true, summary });
