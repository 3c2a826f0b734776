/** The views of the queue: nobody has called yet, somebody has, became an order after all. */
export const queueViews = ["waiting", "contacted", "recovered"] as const;
export type QueueView = (typeof queueViews)[number];
