DROP INDEX "carts_one_open";--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "is_current" boolean DEFAULT true NOT NULL;--> statement-breakpoint
UPDATE "carts" SET "is_current" = false WHERE "ordered_at" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "carts_one_current" ON "carts" USING btree ("customer_id","buyer_id") WHERE is_current;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_ordered_is_not_current" CHECK (not ("carts"."is_current" and "carts"."ordered_at" is not null));