import { spawn, type ChildProcess } from 'node:child_process';

/** A second Node process that runs a piece of the application's code. */
export interface OtherProcess {
  child: ChildProcess;
  /** Everything it has printed so far, one line each. */
  lines: string[];
  /** Waits until it has printed a line that begins like this; fails when it ends before. */
  said: (beginning: string) => Promise<string>;
  /** Its exit code, or the signal that ended it, once it has. */
  ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts `code`, an ES module in TypeScript's runtime, with the given environment on top of this one. */
export function startProcess(code: string, env: Record<string, string> = {}): OtherProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  let rest = '';
  const hear = (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => child.once('close', (code_, signal) => resolve(signal ?? code_)));
  const said = (beginning: string) => new Promise<string>((resolve, reject) => {
    const look = () => {
      const line = lines.find((each) => each.startsWith(beginning));
      if (line === undefined) return;
      listeners.delete(look);
      resolve(line);
    };
    listeners.add(look);
    look();
    void ended.then(() => reject(new Error(`It ended without saying "${beginning}":\n${lines.join('\n')}`)));
  });
  return { child, lines, said, ended };
}
