'use client';

import type { MouseEvent } from 'react';
import { type DeskPicture, fallbackWidth, pictureAddress } from '@/lib/picture';

type FocalPointProps = {
  picture: DeskPicture;
  /** Percent from the left and from the top. */
  x: number;
  y: number;
  onChange: (x: number, y: number) => void;
  isReadOnly: boolean;
};

const crops = [
  { ratio: 'aspect-[3/2]', label: '列表 3:2' },
  { ratio: 'aspect-video', label: '城市观察 16:9' },
];

/** The picture with its focal point, set by a click, and how layouts crop it. The keyboard has the number fields. */
export function FocalPoint({ picture, x, y, onChange, isReadOnly }: FocalPointProps) {
  const { contentHash, width, height, alt } = picture;
  const address = pictureAddress(contentHash, fallbackWidth(width), 'jpg');

  function set(event: MouseEvent<HTMLButtonElement>): void {
    // Enter and the space bar press the button in its middle; that is no wish.
    if (event.detail === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    onChange(
      percent((event.clientX - box.left) / box.width),
      percent((event.clientY - box.top) / box.height),
    );
  }
  return (
    <div className="grid content-start gap-3">
      <button
        type="button"
        onClick={set}
        disabled={isReadOnly}
        aria-label="图片：点按画面，设定裁切时要保留的位置"
        className="relative block w-full max-w-3xl overflow-hidden rounded-md border border-rule enabled:cursor-crosshair"
      >
        <img src={address} width={width} height={height} alt={alt} className="h-auto w-full" />
        <span
          aria-hidden
          className="absolute size-6 -translate-1/2 rounded-full border-2 border-[#fff] shadow-[0_0_0_2px_#000]"
          style={{ left: `${x}%`, top: `${y}%` }}
        />
      </button>
      <ul className="flex flex-wrap gap-3">
        {crops.map(({ ratio, label }) => (
          <li key={label} className="w-44">
            <img
              src={address}
              alt=""
              className={`${ratio} w-full rounded border border-rule object-cover`}
              style={{ objectPosition: `${x}% ${y}%` }}
            />
            <span className="text-[0.8125rem] text-muted">{label}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function percent(share: number): number {
  return Math.min(100, Math.max(0, Math.round(share * 100)));
}
