import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { portalRoot } from '@/features/media/encode-picture';
import type { Drawing, DrawingOrder } from '@/features/share-pictures/draw-process';
import { createTurns } from '@/lib/turns';

/** Without work for so long, the drawing process ends and gives back its memory. */
const idleTime = 20_000;
const timeLimit = 8000;

type Waiting = { resolve: (content: Uint8Array) => void; reject: (error: Error) => void };
type Drawer = { process: ChildProcess; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | undefined };

// Next's bundle and the page server are two module graphs in one process, which need one drawer.
const holder = globalThis as typeof globalThis & { chengxunDrawer?: Drawer | undefined };
let orders = 0;

/** One process draws; whoever comes when fifty wait is told to come back. */
const inTurn = createTurns({ atOnce: 1, waitingLimit: 50 });

/**
 * Draws words, or cuts a picture to shape, as JPEG. The first picture starts a process (about 150 ms with its
 * fonts); the next ones find it running. Throws when it cannot be started, fails or takes longer than 8 s, and an
 * OverloadError when too many wait.
 */
export async function drawSharePicture(order: Omit<DrawingOrder, 'id'>): Promise<Uint8Array> {
  return inTurn(() => draw(order));
}

async function draw(order: Omit<DrawingOrder, 'id'>): Promise<Uint8Array> {
  const drawer = (holder.chengxunDrawer ??= startDrawer());
  clearTimeout(drawer.idle);
  orders += 1;
  const id = orders;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      timer = setTimeout(() => drawer.process.kill('SIGKILL'), timeLimit);
      drawer.waiting.set(id, { resolve, reject });
      drawer.process.send({ id, ...order } satisfies DrawingOrder, (error) => {
        if (error !== null) reject(error);
      });
    });
  } finally {
    clearTimeout(timer);
    drawer.waiting.delete(id);
    if (drawer.waiting.size === 0) drawer.idle = setTimeout(stop, idleTime, drawer).unref();
  }
}

function stop(drawer: Drawer): void {
  if (holder.chengxunDrawer === drawer) holder.chengxunDrawer = undefined;
  if (drawer.process.connected) drawer.process.disconnect();
}

function startDrawer(): Drawer {
  const script = path.join(
    /* turbopackIgnore: true */ portalRoot(),
    'features',
    'share-pictures',
    'draw-process.ts',
  );
  const child = fork(script, {
    // Node itself takes the types out, as for the encoder (features/media/encode-picture.ts).
    execArgv: [],
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, MALLOC_ARENA_MAX: '1' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const drawer: Drawer = { process: child, waiting: new Map(), idle: undefined };
  child.on('message', (answer: Drawing) => {
    const asked = drawer.waiting.get(answer.id);
    if ('content' in answer) asked?.resolve(answer.content);
    else asked?.reject(new Error(`The share picture was not drawn: ${answer.reason}`));
  });
  const fail = (error: Error) => {
    stop(drawer);
    for (const { reject } of drawer.waiting.values()) reject(error);
  };
  child.once('error', fail);
  child.once('exit', () => fail(new Error('The process that draws share pictures ended.')));
  // It must not keep the portal, or a test, from ending; while something is waited for, the timer does.
  child.unref();
  child.channel?.unref();
  return drawer;
}
