'use client';

import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useId } from 'react';
import { BlockButton, BlockButtons } from '@/components/desk/body-editor/block-buttons';
import { moveBlock } from '@/components/desk/body-editor/block-commands';
import { useBodyEditor } from '@/components/desk/body-editor/body-editor-context';
import { fallbackWidth, pictureAddress } from '@/lib/picture';

/** A picture in the text with its words; what publication needs is marked where it is missing. */
export function PictureBlock({ node, editor, getPos, updateAttributes, deleteNode }: NodeViewProps) {
  const { pictures, isReadOnly, choosePicture } = useBodyEditor();
  const { assetId, alt, caption, credit } = node.attrs as {
    assetId: number;
    alt: string;
    caption: string;
    credit: string;
  };
  const picture = pictures.get(assetId);
  const move = (by: -1 | 1) => {
    const position = getPos();
    if (position !== undefined) moveBlock(editor, position, by);
  };
  const change = async () => {
    const chosen = await choosePicture();
    if (chosen === undefined) return;
    updateAttributes({
      assetId: chosen.id,
      alt: chosen.alt,
      credit: chosen.credit,
    });
  };
  return (
    <NodeViewWrapper className="picture-block" data-drag-handle>
      {picture ? (
        <img src={pictureAddress(picture.contentHash, fallbackWidth(picture.width), 'jpg')} alt={alt} />
      ) : (
        <p className="picture-missing">这张图片已不在图片库里</p>
      )}
      <div className="picture-words">
        <Words
          label="图片说明"
          value={caption}
          limit={1000}
          isReadOnly={isReadOnly}
          onChange={(words) => updateAttributes({ caption: words })}
        />
        <Words
          label="摄影或来源"
          value={credit}
          limit={200}
          isNeeded
          isReadOnly={isReadOnly}
          onChange={(words) => updateAttributes({ credit: words })}
        />
        <Words
          label="替代文字"
          value={alt}
          limit={300}
          isNeeded
          isReadOnly={isReadOnly}
          onChange={(words) => updateAttributes({ alt: words })}
        />
      </div>
      {!isReadOnly && (
        <BlockButtons>
          <BlockButton label="换一张图" onClick={() => void change()} />
          <BlockButton label="上移" onClick={() => move(-1)}>
            <ArrowUp size={14} aria-hidden />
          </BlockButton>
          <BlockButton label="下移" onClick={() => move(1)}>
            <ArrowDown size={14} aria-hidden />
          </BlockButton>
          <BlockButton label="移除图片" onClick={deleteNode} />
        </BlockButtons>
      )}
    </NodeViewWrapper>
  );
}

function Words({
  label,
  value,
  limit,
  isNeeded = false,
  isReadOnly,
  onChange,
}: {
  label: string;
  value: string;
  limit: number;
  isNeeded?: boolean;
  isReadOnly: boolean;
  onChange: (words: string) => void;
}) {
  const id = useId();
  const isMissing = isNeeded && value.trim() === '';
  return (
    <>
      <label htmlFor={id}>
        {label}
        {isMissing && <span className="needed">（发布前必填）</span>}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        value={value}
        maxLength={limit}
        readOnly={isReadOnly}
        data-needed={isMissing || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
