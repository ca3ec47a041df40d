import { createServer, request as ask } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** The network of a device, as a proxy of its browser: what is cut there is cut for pages, workers and sockets alike. */
export interface Radio {
  /** For the option `proxy` of a window. */
  readonly server: string;
  /** No byte passes from now on, of what is open and of what will be asked. */
  cut(): void;
  restore(): void;
  close(): Promise<void>;
}

/**
 * The offline mode of the browser is told to each page and each service worker a moment after its birth: one born in
 * the dead zone may have sent a request by then. This cut has no such moment.
 */
export async function openRadio(): Promise<Radio> {
  const open = new Set<Socket>();
  let isCut = false;
  const keep = (socket: Socket): void => {
    socket.on('error', () => socket.destroy());
    if (isCut) return void socket.destroy();
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  };
  const proxy = createServer((asked, answer) => {
    const onward = ask(asked.url ?? '', { method: asked.method, headers: asked.headers, agent: false }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.rawHeaders);
      got.pipe(answer);
    });
    onward.on('socket', keep);
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  proxy.on('connection', keep);
  proxy.on('connect', (asked, client, head) => {
    const { hostname, port } = new URL(`http://${asked.url}`);
    const far = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      far.write(head);
      far.pipe(client).pipe(far);
    });
    keep(far);
    client.on('close', () => far.destroy());
    far.on('close', () => client.destroy());
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  return {
    server: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      for (const socket of open) socket.destroy();
    },
    restore() {
      isCut = false;
    },
    close: () =>
      new Promise((closed) => {
        for (const socket of open) socket.destroy();
        proxy.close(() => closed());
      }),
  };
}
