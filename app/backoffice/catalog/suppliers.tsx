import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import {
  categoriesOfTheHouse,
  keepCategory,
  keepSupplier,
  suppliersOfTheHouse,
} from "#app/domain/catalog/suppliers.server.ts";
import { unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf, problem } from "#app/http/form.ts";
import { searchOf } from "#app/http/search.ts";
import { cents, maybe, rowId, text, ticked, whole } from "#app/http/shapes.ts";
import { Card } from "#app/kit/card.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Tabs } from "#app/kit/tabs.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { productWords } from "#app/words/products.ts";
import { CategoryForm, CategoryTable } from "./categories.tsx";
import { SupplierForm, SupplierTable } from "./supplier-table.tsx";

const asked = z.object({ tab: z.enum(["suppliers", "categories"]).default("suppliers"), edit: maybe(rowId) });

/** Suppliers with their minimum order, or the categories of the shop; one of them opened for editing. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "catalog");
  const { tab, edit } = searchOf(request, asked).value;
  const [suppliers, categories] = await Promise.all([suppliersOfTheHouse(), categoriesOfTheHouse()]);
  return { tab, edit, suppliers, categories };
}

const wanted = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("supplier"),
    id: maybe(rowId),
    code: text(40),
    name: text(120),
    minimumOrderCents: cents,
    isActive: ticked,
  }),
  z.strictObject({
    act: z.literal("category"),
    id: maybe(rowId),
    name: text(80),
    position: whole(0, 10_000),
    picture: maybe(
      z
        .string()
        .trim()
        .max(300)
        .regex(/^\/[\w./-]+$/, problem("invalid")),
    ),
  }),
]);

/** Writes a supplier or a category down, new or changed. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    const at = new Date();
    if (form.value.act === "supplier") {
      const { act: _, id, ...details } = form.value;
      await keepSupplier(scope, id, details, at);
    } else {
      const { act: _, id, ...details } = form.value;
      await keepCategory(scope, id, details, at);
    }
    return { done: true as const };
  });
}

export default function Suppliers() {
  const { tab, edit, suppliers, categories } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(productWords);
  const isSuppliers = tab === "suppliers";
  const here = paths.office.suppliers();
  return (
    <div className="page">
      <PageHeader
        title={isSuppliers ? w.suppliers : w.categories}
        lead={isSuppliers ? w.suppliersLead : w.categoriesLead}
        trail={[
          { label: w.products, href: paths.office.products() },
          { label: isSuppliers ? w.suppliers : w.categories },
        ]}
      />
      <Tabs
        label={w.tabs}
        current={tab}
        tabs={[
          { key: "suppliers", label: w.suppliers, href: here, count: suppliers.length },
          { key: "categories", label: w.categories, href: `${here}?tab=categories`, count: categories.length },
        ]}
      />
      {answer?.done ? <Notice tone="good">{w.saved}</Notice> : null}
      <FormErrors
        answer={answer}
        labels={{
          code: w.code,
          name: w.name,
          minimumOrderCents: w.minimumOrder,
          position: w.position,
          picture: w.picture,
        }}
      />
      <div className="columns">
        {isSuppliers ? <SupplierTable suppliers={suppliers} /> : <CategoryTable categories={categories} />}
        {isSuppliers ? (
          <Card title={edit ? w.edit : w.newSupplier}>
            <SupplierForm key={edit} supplier={suppliers.find((one) => one.id === edit) ?? null} answer={answer} />
          </Card>
        ) : (
          <Card title={edit ? w.edit : w.newCategory}>
            <CategoryForm key={edit} category={categories.find((one) => one.id === edit) ?? null} answer={answer} />
          </Card>
        )}
      </div>
    </div>
  );
}
