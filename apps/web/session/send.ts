/** One question to the server, in the shape the client expects. */
export async function send<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  const read: unknown = text ? JSON.parse(text) : undefined;
  return response.ok ? { data: read as T, response } : { error: read, response };
}
