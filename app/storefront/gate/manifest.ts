import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { brandTones } from "#app/kit/brand.ts";
import { paths } from "#app/paths.ts";

/** How the shop looks among the programs of a phone: the company's name and colour, open to whoever may see the sign-in page. */
export async function loader() {
  const { companyName, accent } = await settingsAsOf(new Date());
  const manifest = {
    name: companyName,
    short_name: companyName,
    lang: "pt-BR",
    id: paths.home(),
    start_url: paths.home(),
    scope: paths.home(),
    display: "standalone",
    background_color: "#fafaf8",
    theme_color: brandTones(accent)?.light ?? accent,
    icons: [
      { src: "/favicon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: "Carrinho", url: paths.cart() },
      { name: "Pedidos", url: paths.orders() },
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { "Content-Type": "application/manifest+json; charset=utf-8" },
  });
}
