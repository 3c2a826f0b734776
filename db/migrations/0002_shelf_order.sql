DROP INDEX "products_category";--> statement-breakpoint
CREATE INDEX "products_name" ON "products" USING btree ("name","id") WHERE is_active;--> statement-breakpoint
CREATE INDEX "products_category" ON "products" USING btree ("category_id","name","id");