/** An answer `{ok: false}` of the Bot API; `code` is the HTTP status too. */
export type ApiError = Error & { readonly name: 'ApiError'; code: number; parameters?: Record<string, unknown> };

export function apiError(code: number, description: string, parameters?: Record<string, unknown>): ApiError {
  return Object.assign(new Error(description), {
    name: 'ApiError' as const,
    code,
    ...(parameters ? { parameters } : {}),
  });
}

export const badRequest = (description: string): ApiError => apiError(400, `Bad Request: ${description}`);

export const isApiError = (error: unknown): error is ApiError => error instanceof Error && error.name === 'ApiError';
