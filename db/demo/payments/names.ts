/** The key of the demo's own payment house; nothing else answers to it, and it answers to nothing else. */
export const testKey = "sk_test_carteira_demo_no_money_moves";

/** Where its pages stand on the shop's own address, in the demo only. */
export const testPagesAt = "/test-payments";
