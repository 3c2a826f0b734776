import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/access/doors.server.ts";
import { registerProduct } from "#app/domain/catalog/products.server.ts";
import { categoriesOfTheHouse, suppliersOfTheHouse } from "#app/domain/catalog/suppliers.server.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { Card } from "#app/kit/card.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { productWords } from "#app/words/products.ts";
import { ProductForm } from "./product-form.tsx";
import { productFields, skuField } from "./product-shape.ts";

/** The choices a new product is filed under. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "catalog");
  const [suppliers, categories] = await Promise.all([suppliersOfTheHouse(), categoriesOfTheHouse()]);
  const choice = ({ id, name }: { id: number; name: string }) => ({ id, name });
  return { suppliers: suppliers.filter((one) => one.isActive).map(choice), categories: categories.map(choice) };
}

/** Writes the product down and goes on to its page. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const form = await formOf(request, productFields.extend({ sku: skuField }));
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    await registerProduct(scope, form.value, new Date());
    return seeOther(paths.office.product(form.value.sku));
  });
}

export default function NewProduct() {
  const choices = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(productWords);
  return (
    <div className="page max-w-3xl">
      <PageHeader
        title={w.newProduct}
        lead={w.newProductLead}
        trail={[{ label: w.products, href: paths.office.products() }, { label: w.newProduct }]}
      />
      <Card>
        <ProductForm product={null} choices={choices} answer={answer} />
      </Card>
    </div>
  );
}
