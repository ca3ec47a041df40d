import type { ApiErrorBody, ErrorCode, FieldErrorBody } from '#contracts/errors';

/** What the server refused, in its one shape. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: ErrorCode | 'network';
  readonly errors: FieldErrorBody[];
  readonly conflict: ApiErrorBody['conflict'];

  constructor(
    status: number,
    body: Partial<Omit<ApiErrorBody, 'code'>> & { code: ErrorCode | 'network'; message: string },
  ) {
    super(body.message);
    this.status = status;
    this.code = body.code;
    this.errors = body.errors ?? [];
    this.conflict = body.conflict;
  }
}

export const NETWORK_MESSAGE = 'Connexion perdue. Vous pouvez continuer, tout partira au retour du réseau.';

export const networkError = () => new ApiError(0, { code: 'network', message: NETWORK_MESSAGE });

export const isApiError = (error: unknown, ...codes: ApiError['code'][]): error is ApiError =>
  error instanceof ApiError && (codes.length === 0 || codes.includes(error.code));

/** The words to show for anything that was thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof ApiError ? error.message : 'Une erreur est survenue. Réessayez, ou appelez l’équipe.';

/** The body of an answer, when it has the shape of an error; a proxy may answer anything. */
export function readErrorBody(status: number, body: unknown): ApiError {
  if (typeof body === 'object' && body !== null && 'code' in body && 'message' in body) {
    const { code, message } = body;
    if (typeof code === 'string' && typeof message === 'string') {
      return new ApiError(status, { ...body, code: code as ErrorCode, message });
    }
  }
  const code: ErrorCode = status === 404 ? 'not-found' : status === 503 ? 'unavailable' : 'internal';
  const message =
    status === 404
      ? 'Cette page n’existe pas ou ne vous est pas ouverte.'
      : 'Le service ne répond pas. Réessayez dans un instant.';
  return new ApiError(status, { code, message });
}
