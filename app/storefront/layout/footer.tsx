import { LanguageSwitch } from "#app/kit/language-switch.tsx";
import { ThemeSwitch } from "#app/kit/theme-switch.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { aboutWords } from "#app/words/about.ts";
import { shopFrameWords } from "#app/words/frames.ts";
import type { ShopFrame } from "./layout.tsx";

/** Who sells here and how to reach them; language and appearance. */
export function Footer({ frame, backTo }: { frame: ShopFrame; backTo: string }) {
  const w = useWords(shopFrameWords);
  const about = useWords(aboutWords);
  const { text, phone, email, texts } = frame.foot;
  return (
    <footer className="shop-foot">
      <div className="shop-wide grid gap-6 md:grid-cols-[minmax(0,1fr)_auto]">
        <div className="stack-sm content-start">
          <p className="font-semibold text-ink">{frame.company}</p>
          {text ? <p className="max-w-prose">{text}</p> : null}
          {phone || email ? (
            <p className="row">
              {w.contact}
              {phone ? (
                <a className="link" href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
                  {phone}
                </a>
              ) : null}
              {email ? (
                <a className="link" href={`mailto:${email}`}>
                  {email}
                </a>
              ) : null}
            </p>
          ) : null}
          {texts.length > 0 ? (
            <ul className="row">
              {texts.map((one) => (
                <li key={one}>
                  <a className="link" href={paths.about(one)}>
                    {about[one]}
                  </a>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
        <div className="stack-sm content-start">
          <LanguageSwitch action={paths.preferences()} backTo={backTo} />
          <ThemeSwitch action={paths.preferences()} theme={frame.theme} backTo={backTo} />
        </div>
      </div>
    </footer>
  );
}
