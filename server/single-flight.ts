/**
 * Lets callers who ask for the same thing at the same time share one piece of work. The key must say
 * everything that the result depends on, or a caller gets the answer to another question.
 */
export function createSingleFlight<Value>() {
  const underWay = new Map<string, Promise<Value>>();
  return function share(key: string, work: () => Promise<Value>): Promise<Value> {
    const shared = underWay.get(key);
    if (shared !== undefined) return shared;
    const started = work().finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  };
}
