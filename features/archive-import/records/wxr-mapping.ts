import { type Mapping, mappingSchema } from '@/features/archive-import/records/mapping';

/** The rows of read-wxr.ts. */
export const wxrMapping: Mapping = mappingSchema.parse({
  name: 'wordpress',
  fields: {
    id: 'id',
    headline: 'title',
    body: 'content',
    abstract: 'excerpt',
    publishedAt: 'date',
    reporters: 'creator',
    tags: 'tags',
    section: 'sections',
    address: 'link',
    status: 'status',
  },
  bodyIs: 'html',
  published: ['publish'],
  refused: ['trash', 'auto-draft', 'inherit'],
  addresses: ['/?p={id}'],
});
