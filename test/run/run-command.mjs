import { spawn } from 'node:child_process';

/** Runs a command to its end; its words are kept, and shown as they come when `live`. */
export async function runCommand([command, ...args], cwd, { live = false, env = process.env } = {}) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = [];
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from.on('data', (chunk) => {
      chunks.push(chunk);
      if (live) to.write(chunk);
    });
  }
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('close', (exit) => resolve(exit ?? -1));
  });
  return { code, output: Buffer.concat(chunks).toString('utf8') };
}
