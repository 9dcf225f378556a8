import { Figure } from '@/components/article/figure';
import { Gallery } from '@/components/article/gallery';
import { InlineText } from '@/components/article/inline-text';
import { ListBlock } from '@/components/article/list-block';
import { Note } from '@/components/article/note';
import { Quote } from '@/components/article/quote';
import { RelatedArticles } from '@/components/article/related-articles';
import { Subhead } from '@/components/article/subhead';
import { TableBlock } from '@/components/article/table-block';
import { VideoBlock } from '@/components/article/video-block';
import type { ArticleBody, Block } from '@/lib/article-body';
import type { Picture } from '@/lib/picture';

export type BodyMaterial = {
  /** By asset id and by article id: what the blocks refer to. */
  pictures: ReadonlyMap<number, Picture>;
  relatedHeadlines: ReadonlyMap<number, string>;
};

type ArticleBodyViewProps = { body: ArticleBody; material: BodyMaterial };

export function ArticleBodyView({ body, material }: ArticleBodyViewProps) {
  const firstPicture = body.content.findIndex((block) => block.type === 'image' || block.type === 'gallery');
  return (
    <div className="article-body">
      {body.content.map((block, index) => (
        <BlockView key={index} block={block} material={material} hasFirstPicture={index === firstPicture} />
      ))}
    </div>
  );
}

type BlockViewProps = { block: Block; material: BodyMaterial; hasFirstPicture: boolean };

function BlockView({ block, material, hasFirstPicture }: BlockViewProps) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <InlineText content={block.content} />
        </p>
      );
    case 'subhead':
      return <Subhead block={block} />;
    case 'image':
      return <Figure image={block} pictures={material.pictures} isFirst={hasFirstPicture} />;
    case 'gallery':
      return <Gallery block={block} pictures={material.pictures} isFirst={hasFirstPicture} />;
    case 'quote':
      return <Quote block={block} />;
    case 'list':
      return <ListBlock block={block} />;
    case 'table':
      return <TableBlock block={block} />;
    case 'video':
      return <VideoBlock block={block} pictures={material.pictures} />;
    case 'divider':
      return <hr />;
    case 'related':
      return <RelatedArticles block={block} headlines={material.relatedHeadlines} />;
    case 'note':
      return <Note block={block} />;
    default:
      return block satisfies never;
  }
}
