import { expect, test } from 'vitest';
import { readUpload } from '@/features/media/read-upload';

/** A body that comes in these pieces; notes whether somebody said that no more is wanted. */
function bodyOf(...pieces: string[]) {
  const state = { isCancelled: false, asked: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[state.asked];
        state.asked += 1;
        if (piece === undefined) controller.close();
        else controller.enqueue(Buffer.from(piece));
      },
      cancel() {
        state.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, state };
}

test('a body in pieces is read as it was sent', async () => {
  expect(await readUpload(bodyOf('one', '', 'two').body, 6)).toEqual(Buffer.from('onetwo'));
  expect(await readUpload(null, 0)).toEqual(Buffer.alloc(0));
});

test('a body longer than announced is not read to its end', async () => {
  const { body, state } = bodyOf('one', 'two', 'three');
  expect(await readUpload(body, 5)).toBeUndefined();
  expect(state).toEqual({ isCancelled: true, asked: 2 });
});

test('a body shorter than announced is no picture', async () => {
  expect(await readUpload(bodyOf('one').body, 4)).toBeUndefined();
  expect(await readUpload(null, 4)).toBeUndefined();
});

test('a body that breaks off is an error', async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error('gone'));
    },
  });
  await expect(readUpload(broken, 4)).rejects.toThrow('gone');
});
