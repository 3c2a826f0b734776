DROP INDEX "product_days_product";--> statement-breakpoint
CREATE INDEX "product_days_bought" ON "product_days" USING btree ("customer_id","product_id","day") WHERE orders > 0;--> statement-breakpoint
CREATE INDEX "product_days_product" ON "product_days" USING btree ("product_id","day","gross_cents","returns_cents");