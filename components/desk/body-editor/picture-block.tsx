'use client';

import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useId } from 'react';
import { AttributeInput } from '@/components/desk/body-editor/attribute-input';
import { BlockButton, BlockButtons } from '@/components/desk/body-editor/block-buttons';
import { moveBlock, removePicture } from '@/components/desk/body-editor/block-commands';
import { useBodyEditor } from '@/components/desk/body-editor/body-editor-context';
import { WaitingPicture } from '@/components/desk/body-editor/waiting-picture';
import { pictureAddress, pictureWidths } from '@/lib/picture';

/** A picture in the text with its words; what publication needs is marked where it is missing. */
export function PictureBlock({ node, editor, getPos, updateAttributes }: NodeViewProps) {
  const { pictures, isReadOnly, choosePicture } = useBodyEditor();
  const { assetId, alt, caption, credit, uploadKey, address } = node.attrs as {
    assetId: number;
    alt: string;
    caption: string;
    credit: string;
    uploadKey: string;
    address: string;
  };
  const picture = pictures.get(assetId);
  const move = (by: -1 | 1) => {
    const position = getPos();
    if (position !== undefined) moveBlock(editor, position, by);
  };
  const remove = () => {
    const position = getPos();
    if (position !== undefined) removePicture(editor, position);
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
  if (assetId === 0) {
    return (
      <NodeViewWrapper contentEditable={false}>
        <WaitingPicture uploadKey={uploadKey} address={address} onRemove={remove} />
      </NodeViewWrapper>
    );
  }
  return (
    <NodeViewWrapper className="picture-block" data-drag-handle contentEditable={false}>
      {picture ? (
        <img
          src={pictureAddress(picture.contentHash, widthFor(picture.width), 'webp')}
          width={picture.width}
          height={picture.height}
          alt={alt}
          loading="lazy"
        />
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
          <BlockButton label="移除图片" onClick={remove} />
        </BlockButtons>
      )}
    </NodeViewWrapper>
  );
}

/** The first kept width that fills the column on a fine screen. */
function widthFor(width: number): number {
  const widths = pictureWidths(width);
  return widths.find((one) => one >= 1200) ?? widths.at(-1)!;
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
      <AttributeInput
        id={id}
        value={value}
        limit={limit}
        isReadOnly={isReadOnly}
        isMissing={isMissing}
        onChange={onChange}
      />
    </>
  );
}
