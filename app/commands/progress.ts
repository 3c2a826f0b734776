/** Runs one long step and says when it begins and how long it took. */
export async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const startedAt = Date.now();
  console.log(`${name} …`);
  const result = await work();
  console.log(`${name}: ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}
