import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Dialog } from "#app/kit/dialog.tsx";
import { TextField } from "#app/kit/field.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { shopQuoteWords } from "#app/words/quotes-shop.ts";

/** Not to take an answer, with the reason where the buyer gives one. */
export function Decline({ number, answer }: { number: number; answer: Answer }) {
  const w = useWords(shopQuoteWords);
  return (
    <Dialog opener={w.decline} title={w.decline}>
      <form method="post" action={paths.quote(number)} className="form">
        <p>{w.declineAsk}</p>
        <TextField name="reason" label={w.declineReason} optional answer={answer} maxLength={500} />
        <div className="form-foot">
          <Button look="danger" name="act" value="decline">
            {w.decline}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** To take a question back that nobody answered yet; what it was about can go into the cart again. */
export function Withdraw({ number }: { number: number }) {
  const w = useWords(shopQuoteWords);
  return (
    <Dialog opener={w.withdraw} title={w.withdraw}>
      <form method="post" action={paths.quote(number)} className="form">
        <p>{w.withdrawAsk}</p>
        <div className="form-foot">
          <Button look="primary" icon="cart" name="act" value="withdrawToCart">
            {w.withdrawToCart}
          </Button>
          <Button look="danger" name="act" value="withdraw">
            {w.withdrawOnly}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What can still be done with a quote that came to nothing: ask again, or buy it at today's prices. */
export function AgainCard({ number, copiedTo }: { number: number; copiedTo: number | null }) {
  const w = useWords(shopQuoteWords);
  return (
    <Card>
      <form method="post" action={paths.quote(number)} className="stack-sm">
        {copiedTo === null ? (
          <>
            <Button look="primary" icon="repeat" className="btn-wide" name="act" value="again">
              {w.again}
            </Button>
            <p className="faint text-sm">{w.againHelp}</p>
          </>
        ) : null}
        <Button icon="cart" className="btn-wide" name="act" value="cart">
          {w.intoCart}
        </Button>
      </form>
    </Card>
  );
}
