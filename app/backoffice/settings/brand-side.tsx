import { aboutTexts, type CompanySettings } from "#app/domain/customers/settings.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { brandTones, contrast } from "#app/kit/brand.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Field, Labelled, TextField } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { commonWords } from "#app/words/everyday.ts";
import { formatDecimal } from "#app/words/numbers.ts";
import { settingsWords } from "#app/words/settings.ts";

/** How the company shows itself: name, logo, colour and the texts of the shop. */
export function BrandSide({ settings, answer }: { settings: CompanySettings; answer: Answer }) {
  const w = useWords(settingsWords);
  const common = useWords(commonWords);
  const mine = refusalIn(answer)?.typed.act === "brand" ? answer : null;
  return (
    <div className="columns">
      <Card>
        <form method="post" className="form">
          <FormErrors
            answer={mine}
            labels={{ companyName: w.companyName, accent: w.accent, contactEmail: w.contactEmail }}
          />
          <Field
            name="companyName"
            label={w.companyName}
            answer={mine}
            value={settings.companyName}
            required
            autoComplete="organization"
          />
          <Accent accent={settings.accent} answer={mine} />
          <Field
            name="bannerText"
            label={w.bannerText}
            help={w.bannerHelp}
            optional
            answer={mine}
            value={settings.bannerText}
            maxLength={200}
          />
          <TextField
            name="footerText"
            label={w.footerText}
            optional
            answer={mine}
            value={settings.footerText}
            maxLength={1000}
          />
          <Field
            name="welcomeText"
            label={w.welcomeText}
            help={w.welcomeHelp}
            optional
            answer={mine}
            value={settings.welcomeText}
            maxLength={300}
          />
          {aboutTexts.map((text) => (
            <TextField
              key={text}
              name={`${text}Text`}
              label={w.aboutTexts[text]}
              help={w.aboutHelp}
              optional
              answer={mine}
              value={settings[`${text}Text`]}
              maxLength={8000}
            />
          ))}
          <div className="form-row">
            <Field
              name="contactPhone"
              type="tel"
              label={w.contactPhone}
              optional
              answer={mine}
              value={settings.contactPhone}
            />
            <Field
              name="contactEmail"
              type="email"
              label={w.contactEmail}
              optional
              answer={mine}
              value={settings.contactEmail}
            />
          </div>
          <div className="form-foot">
            <Button look="primary" name="act" value="brand">
              {common.save}
            </Button>
          </div>
        </form>
      </Card>
      <Logo settings={settings} answer={answer} />
    </div>
  );
}

function Accent({ accent, answer }: { accent: string; answer: Answer }) {
  const w = useWords(settingsWords);
  const locale = useLocale();
  const tones = brandTones(accent);
  const ratio = contrast(accent, "#ffffff");
  return (
    <div className="grid gap-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <Labelled frame={{ name: "accent", label: w.accent, answer }}>
        {(control) => <input type="color" {...control} className="input h-11 p-1" defaultValue={accent} />}
      </Labelled>
      <div className="stack-sm text-sm text-muted">
        <p>{w.accentHelp}</p>
        <p>
          {w.accentSaid(formatDecimal(ratio, locale))} {ratio >= 4.5 ? w.accentGood : w.accentAdjusted}
        </p>
        {tones ? (
          <div className="row">
            <Sample title={w.accentLight} ground="#ffffff" tone={tones.light} ink={tones.lightInk} />
            <Sample title={w.accentDark} ground="#1a1a19" tone={tones.dark} ink={tones.darkInk} />
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** A button as the shop will draw it, in SVG because the page allows no styles of its own. */
function Sample({ title, ground, tone, ink }: { title: string; ground: string; tone: string; ink: string }) {
  const w = useWords(settingsWords);
  return (
    <svg
      viewBox="0 0 210 56"
      className="h-14 w-52 rounded-md border border-line"
      role="img"
      aria-label={`${title}: ${w.sample}`}
    >
      <rect width="210" height="56" fill={ground} />
      <rect x="12" y="11" width="186" height="34" rx="6" fill={tone} />
      <text x="105" y="33" fill={ink} fontSize="13" fontWeight="600" textAnchor="middle">
        {w.sample}
      </text>
    </svg>
  );
}

function Logo({ settings, answer }: { settings: CompanySettings; answer: Answer }) {
  const w = useWords(settingsWords);
  const mine = refusalIn(answer)?.typed.act === "logo" ? answer : null;
  return (
    <Card title={w.logo}>
      <div className="stack">
        {settings.logo ? (
          <img
            src={settings.logo}
            alt={settings.companyName}
            className="max-h-20 max-w-full self-start justify-self-start"
          />
        ) : (
          <p className="muted">{w.noLogo}</p>
        )}
        <form method="post" encType="multipart/form-data" className="form">
          <FormErrors answer={mine} labels={{ logo: w.logo }} />
          <input type="hidden" name="act" value="logo" />
          <Field
            name="logo"
            type="file"
            accept="image/png,image/jpeg,image/webp"
            label={w.logo}
            help={w.logoHelp}
            answer={mine}
            required
          />
          <div className="form-foot">
            <Button icon="upload">{w.sendLogo}</Button>
          </div>
        </form>
        {settings.logo ? (
          <form method="post">
            <Button look="quiet" name="act" value="removeLogo" icon="trash">
              {w.removeLogo}
            </Button>
          </form>
        ) : null}
      </div>
    </Card>
  );
}
