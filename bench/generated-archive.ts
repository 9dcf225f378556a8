import { type ArchiveItem, writeArchive } from '@/bench/archive-writer';

/*
 * A large archive for measurements: the demo newsroom's sections filled with articles over twenty years. It
 * writes rows directly and in large transactions, because a million calls of the verbs would measure those.
 */

const wordPool = (
  '澄澜江水位平稳回落沿岸步道重新开放市民清晨散步骑行公交新增两条支线换乘时间缩短社区食堂试营业老人用餐打折图书馆延长开放时间' +
  '学生夜读座位可预约湿地候鸟抵达监测站记录种类港口吞吐量上升船期加密茶园采摘结束合作社公布价格陶窑开窑匠人讲述火候医院门诊分时段挂号' +
  '乡道拓宽工程完工路灯全部点亮水质断面达标河长巡查留痕'
).split('');

/** A repeatable sequence of numbers below `limit` (Park–Miller). */
function sequence(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}

function sentence(next: (limit: number) => number, length: number): string {
  const start = next(wordPool.length - 8);
  return Array.from({ length }, (_, index) => wordPool[(start + index * 7 + next(3)) % wordPool.length]).join(
    '',
  );
}

/** Adds `count` live articles below the existing sections; the database must be migrated and not in use. */
export function generateArchive(dataDir: string, count: number): void {
  writeArchive(dataDir, generatedItems(count));
}

export function* generatedItems(count: number): Generator<ArchiveItem> {
  const next = sequence(20_261_123);
  const twentyYears = 20 * 365 * 86_400_000;
  const newest = Date.now() - 91 * 86_400_000;
  for (let index = 0; index < count; index += 1) {
    yield {
      publishedAt: Math.floor(newest - twentyYears + (twentyYears * index) / count),
      headline: sentence(next, 14 + next(12)),
      paragraphs: Array.from({ length: 6 }, () => `${sentence(next, 60 + next(60))}。`),
      sectionIndex: next(1_000_000),
    };
  }
}
