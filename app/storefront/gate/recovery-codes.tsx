import { ButtonLink } from "#app/kit/button.tsx";
import { PrintButton } from "#app/kit/print-button.tsx";
import { useWords } from "#app/kit/words.tsx";
import { secondFactorWords } from "#app/words/second-factor.ts";

/** Ten codes for the day the phone is lost; shown once. */
export function RecoveryCodes({ codes, goOn }: { codes: string[]; goOn: string }) {
  const w = useWords(secondFactorWords);
  return (
    <>
      <ul
        className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-md bg-sunken p-4 text-center font-mono"
        aria-label={w.codesLabel}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row">
        <ButtonLink look="primary" href={goOn}>
          {w.goOn}
        </ButtonLink>
        <PrintButton look="plain">{w.print}</PrintButton>
      </div>
    </>
  );
}
