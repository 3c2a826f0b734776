/** The steps of the funnel; each is a part of the one before. */
export const funnelSteps = ["with_access", "accessed", "added", "ordered"] as const;
export type FunnelStep = (typeof funnelSteps)[number];
