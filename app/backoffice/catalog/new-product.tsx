import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireStaff } from "#app/access/doors.server.ts";
import { registerProduct } from "#app/domain/catalog/products.server.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { Card } from "#app/kit/card.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { productWords } from "#app/words/products.ts";
import { ProductForm } from "./product-form.tsx";
import { productFrom } from "./product-said.server.ts";
import { productFields, skuField } from "./product-shape.ts";

/** A form only. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "catalog");
  return null;
}

/** Writes the product down and goes on to its page. */
export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireStaff(request, "catalog");
  const form = await formOf(request, productFields.extend({ sku: skuField }));
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    await registerProduct(scope, await productFrom(scope, form.value, null), new Date());
    return seeOther(paths.office.product(form.value.sku));
  });
}

export default function NewProduct() {
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
        <ProductForm product={null} said={null} answer={answer} />
      </Card>
    </div>
  );
}
