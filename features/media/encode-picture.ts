import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { EncodedFile, FromEncoder, ToEncoder } from '@/features/media/encoder-process';
import { fallbackWidth, largestPicture, type OriginalFormat, pictureWidths } from '@/lib/picture';
import { createTurns } from '@/lib/turns';

export type EncodedPicture = {
  format: OriginalFormat;
  /** As seen: after turning by the camera's note. */
  width: number;
  height: number;
  files: EncodedFile[];
  hasAvif: boolean;
};

/** What is wrong with a refused picture: too much of something, not one of ours, or not whole. */
export type RefusalKind = 'size' | 'format' | 'file';

export type EncodingResult =
  { ok: true; picture: EncodedPicture } | { ok: false; kind: RefusalKind; message: string };

export const largestPixelCount = 50_000_000;
/**
 * Progressive JPEG, interlaced PNG, WebP and GIF cannot be read line by line. At 50 megapixels they took
 * 330 to 590 MB; a plain JPEG or PNG of that size stays at 240 MB.
 */
const largestWholePixelCount = 25_000_000;
/** WebP ends at 16,383 pixels. */
const longestHeight = 16_000;
/** AVIF of more pixels than this takes too long and too much memory (674 MB for 1600 × 16,000). */
const mostAvifPixels = 4_000_000;
/** Above this many pixels one at a time. */
const manyPixels = 16_000_000;
const timeForAvif = 5000;

type Wishes = {
  /** Without, encoding takes a third of the time. */
  withAvif?: boolean;
  /** For reading and for WebP and JPEG, in milliseconds; AVIF then has its own. */
  timeForDecoding?: number;
};

const refusals = {
  tooManyBytes: '图片超过 20 MB。请压缩或缩小后再上传。',
  tooManyPixels: '图片的像素太多（超过 5000 万）。请缩小尺寸后再上传。',
  tooManyAtOnce:
    '渐进式（交错）存储的图片、WebP 和 GIF 不能超过 2500 万像素。请缩小尺寸，或另存为普通的 JPEG、PNG 后再上传。',
  tooHigh: '图片太长，按版面宽度缩放后高度超过 16000 像素。请裁成几张后再上传。',
  unknown: '这个文件不是可用的图片。请另存为 JPEG、PNG、WebP 或 GIF 后再上传。',
  damaged: '图片文件已损坏或不完整。请重新导出或重新传输后再上传。',
  tooSlow: '处理这张图片用的时间太长，没有保存。请缩小尺寸或另存为 JPEG 后再上传。',
};

/*
 * Next's bundle and the page server are two module graphs in one process; held on globalThis the limits
 * count for both together.
 */
type Turns = ReturnType<typeof createTurns>;
const holder = globalThis as typeof globalThis & {
  chengxunEncoding?: { inTurn: Turns; inTurnOfLarge: Turns };
  chengxunRoot?: string;
};

function turns() {
  holder.chengxunEncoding ??= {
    inTurn: createTurns({ atOnce: 2, waitingLimit: 10_000 }),
    inTurnOfLarge: createTurns({ atOnce: 1, waitingLimit: 10_000 }),
  };
  return holder.chengxunEncoding;
}

/** The portal's own folder, said at start. Without it the working directory is that folder (decision 0005). */
export function usePortalRoot(root: string): void {
  holder.chengxunRoot = root;
}

/** The portal's own folder, for processes that are started from a file of it. */
export function portalRoot(): string {
  return holder.chengxunRoot ?? process.cwd();
}

/**
 * Decodes and re-encodes a picture in a process of its own, two at a time. What readers get holds pixels
 * only: no metadata, no profile, nothing that followed the picture in its file. A refusal is one sentence for
 * the person who uploaded; throws when the encoder itself fails to start.
 */
export async function encodePicture(
  original: Buffer,
  { withAvif = true, timeForDecoding = 5000 }: Wishes = {},
): Promise<EncodingResult> {
  if (original.length > largestPicture) return refuse('tooManyBytes');
  const format = formatOf(original);
  if (format === undefined) return refuse('unknown');
  return turns().inTurn(() => runEncoder(original, format, { withAvif, timeForDecoding }));
}

/** By content: what a file is called says nothing. */
function formatOf(original: Buffer): OriginalFormat | undefined {
  const start = original.toString('latin1', 0, 12);
  if (start.startsWith('\xFF\xD8\xFF')) return 'jpeg';
  if (start.startsWith('\x89PNG\r\n\x1A\n')) return 'png';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp';
  return undefined;
}

function refuse(reason: keyof typeof refusals): EncodingResult {
  const kind = reason === 'unknown' ? 'format' : reason === 'tooManyBytes' ? 'size' : 'file';
  return { ok: false, kind, message: refusals[reason] };
}

type Head = Extract<FromEncoder, { kind: 'head' }>;

function runEncoder(
  original: Buffer,
  format: OriginalFormat,
  { withAvif, timeForDecoding }: Required<Wishes>,
): Promise<EncodingResult> {
  const encoder = startEncoder(original.length);
  return new Promise<EncodingResult>((resolve, reject) => {
    let head: { width: number; height: number } | undefined;
    let decoded: EncodedFile[] | undefined;
    let isAvifWanted = withAvif;
    let hasSpoken = false;
    let giveBackLargeTurn = () => {};
    let timer = setTimeout(end, timeForDecoding, () => refuse('tooSlow'));

    /** The first answer stands; whatever the encoder still does is ended. */
    function end(result: () => EncodingResult): void {
      clearTimeout(timer);
      encoder.kill('SIGKILL');
      giveBackLargeTurn();
      resolve(result());
    }
    function fail(error: Error): void {
      clearTimeout(timer);
      giveBackLargeTurn();
      reject(error);
    }
    function finish(avif: EncodedFile[]): EncodingResult {
      const files = [...decoded!, ...avif];
      return { ok: true, picture: { format, ...head!, files, hasAvif: avif.length > 0 } };
    }
    async function judge({ width, height, isProgressive }: Head): Promise<void> {
      if (width * height > largestPixelCount) return end(() => refuse('tooManyPixels'));
      const isReadWhole = isProgressive || format === 'gif' || format === 'webp';
      if (isReadWhole && width * height > largestWholePixelCount) return end(() => refuse('tooManyAtOnce'));
      const scale = Math.min(1, pictureWidths(width).at(-1)! / width);
      if (height * scale > longestHeight) return end(() => refuse('tooHigh'));
      head = { width, height };
      if (width * height > manyPixels) {
        // Waiting for others is not its own time.
        clearTimeout(timer);
        giveBackLargeTurn = await takeLargeTurn();
        timer = setTimeout(end, timeForDecoding, () => refuse('tooSlow'));
      }
      if (width * height * scale ** 2 > mostAvifPixels) isAvifWanted = false;
      const wishes = { widths: pictureWidths(width), fallbackWidth: fallbackWidth(width), isAvifWanted };
      if (encoder.connected) encoder.send(wishes satisfies ToEncoder);
    }

    encoder.on('message', (message: FromEncoder) => {
      hasSpoken = true;
      switch (message.kind) {
        case 'head':
          judge(message).catch(fail);
          return;
        case 'decoded':
          decoded = message.files;
          clearTimeout(timer);
          if (!isAvifWanted) return end(() => finish([]));
          // A picture that is slow to encode goes without; its WebP files do.
          timer = setTimeout(end, timeForAvif, () => finish([]));
          return;
        case 'avif':
          return end(() => finish(message.files));
        case 'refused':
          return end(() => refuse(message.reason.includes('pixel limit') ? 'tooManyPixels' : 'damaged'));
      }
    });
    encoder.once('error', fail);
    // After its last message, or instead of one: a decoder that crashes was given something it cannot bear.
    encoder.once('disconnect', () => {
      if (decoded !== undefined) return end(() => finish([]));
      if (hasSpoken) return end(() => refuse('damaged'));
      whenEnded(encoder, (signal) =>
        signal === null ? fail(new Error(notStarted)) : end(() => refuse('damaged')),
      );
    });
    // It may end before it has read everything.
    encoder.stdin!.on('error', () => undefined);
    encoder.stdin!.end(original);
  });
}

const notStarted =
  'The encoder did not start. It needs a Node that takes types out of a file by itself (24).';

/** Calls back with the signal that ended the process, or null when it ended by itself. */
function whenEnded(encoder: ChildProcess, then: (signal: NodeJS.Signals | null) => void): void {
  const hasEnded = encoder.exitCode !== null || encoder.signalCode !== null;
  if (hasEnded) then(encoder.signalCode);
  else encoder.once('exit', (_code, signal) => then(signal));
}

function startEncoder(byteCount: number): ChildProcess {
  const script = path.join(
    /* turbopackIgnore: true */ portalRoot(),
    'features',
    'media',
    'encoder-process.ts',
  );
  return fork(script, [String(byteCount), String(largestPixelCount)], {
    // Node itself takes the types out: tsx would double the time of a start and is not needed for one file.
    execArgv: [],
    env: {
      NODE_ENV: process.env.NODE_ENV,
      PATH: process.env.PATH,
      // Large pictures are held in memory; libvips would leave its temporary file when it is killed.
      VIPS_DISC_THRESHOLD: '2g',
      // As many encodings at once inside one encoder; two encoders leave processors to the readers.
      UV_THREADPOOL_SIZE: '2',
      // A heap for each thread would keep what the other ones gave back: 190 MB instead of 141 for a photo.
      MALLOC_ARENA_MAX: '1',
    },
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  });
}

/** Waits for the turn and keeps it until the returned function is called. */
function takeLargeTurn(): Promise<() => void> {
  return new Promise((resolve, reject) => {
    turns()
      .inTurnOfLarge(
        () =>
          new Promise<void>((giveBack) => {
            resolve(giveBack);
          }),
      )
      .catch(reject);
  });
}
