/**
 * How Node is started for a web process; `npm start` and the Dockerfile say the same. Each helper thread of V8 keeps memory of its
 * own from what it compiled, and there is one web process for each core.
 */
export const webFlags = ["--v8-pool-size=1"];
