import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { secondFactorWords } from "#app/words/second-factor.ts";

interface Pending {
  secret: string;
  /** What the picture says, for the app of this very device. */
  address: string;
  picture: { size: number; path: string };
}

/** Says what is needed, and begins. */
export function BeginSecondFactor() {
  const w = useWords(secondFactorWords);
  return (
    <form method="post" className="form">
      <p>{w.needApp}</p>
      <Button name="act" value="begin" look="primary" size="lg" className="btn-wide">
        {w.begin}
      </Button>
    </form>
  );
}

/** The secret to scan or to type, and the field for the first code. */
export function ConfirmSecondFactor({ pending, answer }: { pending: Pending; answer: Answer }) {
  const w = useWords(secondFactorWords);
  const { size, path } = pending.picture;
  return (
    <ol className="stack">
      <li className="stack-sm">
        <h2 className="text-base font-semibold">1. {w.scan}</h2>
        <svg
          viewBox={`-3 -3 ${size + 6} ${size + 6}`}
          className="mx-auto w-full max-w-56 rounded-md border border-line"
          role="img"
          aria-label={w.picture}
          shapeRendering="crispEdges"
        >
          <rect x="-3" y="-3" width={size + 6} height={size + 6} fill="#fff" />
          <path d={path} fill="#000" />
        </svg>
        <p className="text-center">
          <a className="link" href={pending.address}>
            {w.openApp}
          </a>
        </p>
        <Disclose summary={w.byHand}>
          <p className="font-mono break-all">{pending.secret.replace(/(.{4})(?=.)/g, "$1 ")}</p>
        </Disclose>
      </li>
      <li className="stack-sm">
        <h2 className="text-base font-semibold">2. {w.typeCode}</h2>
        <form method="post" className="form">
          <input type="hidden" name="act" value="confirm" />
          <FormErrors answer={answer} labels={{ secretCode: w.code }} />
          <Field
            name="secretCode"
            label={w.code}
            answer={answer}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            required
          />
          <Button look="primary" size="lg" className="btn-wide">
            {w.confirm}
          </Button>
        </form>
      </li>
    </ol>
  );
}
