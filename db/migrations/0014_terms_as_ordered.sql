ALTER TABLE "orders" ADD COLUMN "payment_terms_days" integer[];--> statement-breakpoint
UPDATE "orders" o SET "payment_terms_days" = t."days" FROM "payment_terms" t WHERE t."id" = o."payment_terms_id";
