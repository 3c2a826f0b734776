import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Ago } from "#app/kit/day.tsx";
import { Dialog } from "#app/kit/dialog.tsx";
import { useWords } from "#app/kit/words.tsx";
import { accountWords } from "#app/words/account.ts";
import { secondFactorWords } from "#app/words/second-factor.ts";
import { teamWords } from "#app/words/team.ts";

interface Device {
  shown: { browser: string; system: string } | null;
  lastSeenAt: Date;
  address: string | null;
}

/** Where a person is signed in, and the acts that open or close their way in. */
export function AccessCard({
  person,
  devices,
  asOf,
  isSelf,
  mayChange,
  mayResetFactor,
}: {
  person: { isDisabled: boolean; hasPassword: boolean; hasSecondFactor: boolean };
  devices: Device[];
  asOf: Date;
  isSelf: boolean;
  mayChange: boolean;
  mayResetFactor: boolean;
}) {
  const w = useWords(teamWords);
  const account = useWords(accountWords);
  const factor = useWords(secondFactorWords);
  return (
    <Card title={w.devices}>
      {devices.length === 0 ? <p className="muted">{w.noDevices}</p> : null}
      <ul className="stack-sm">
        {devices.map((device) => (
          <li key={String(device.lastSeenAt)} className="spread">
            <span className="min-w-0">
              {device.shown ? account.on(device.shown.browser, device.shown.system) : account.unknownDevice}
              {device.address ? <span className="faint block break-all">{account.from(device.address)}</span> : null}
            </span>
            <span className="faint">
              <Ago at={device.lastSeenAt} asOf={asOf} />
            </span>
          </li>
        ))}
      </ul>
      <p className="row mt-4">
        {factor.title}{" "}
        <Badge tone={person.hasSecondFactor ? "good" : undefined}>
          {person.hasSecondFactor ? factor.on : factor.off}
        </Badge>
      </p>
      {mayChange ? (
        <div className="stack-sm mt-4 justify-items-start">
          <form method="post" className="row">
            {person.isDisabled ? null : (
              <Button name="act" value="send-link" icon="mail">
                {person.hasPassword ? w.sendPasswordLink : w.inviteAgain}
              </Button>
            )}
            {devices.length > 0 && !isSelf ? (
              <Button name="act" value="end-sessions" icon="out">
                {w.endSessions}
              </Button>
            ) : null}
            {person.isDisabled ? (
              <Button name="act" value="enable" look="primary">
                {w.enable}
              </Button>
            ) : null}
          </form>
          {person.hasSecondFactor && mayResetFactor ? (
            <Dialog opener={w.resetFactor} openerClass="btn" title={w.resetFactor}>
              <form method="post" className="form">
                <p>{w.resetFactorLead}</p>
                <div className="form-foot">
                  <Button name="act" value="reset-factor" look="danger">
                    {w.resetFactor}
                  </Button>
                </div>
              </form>
            </Dialog>
          ) : null}
          {person.isDisabled || isSelf ? null : (
            <Dialog opener={w.disable} openerClass="btn btn-danger" title={w.disable}>
              <form method="post" className="form">
                <p>{w.disableLead}</p>
                <div className="form-foot">
                  <Button name="act" value="disable" look="danger">
                    {w.disable}
                  </Button>
                </div>
              </form>
            </Dialog>
          )}
        </div>
      ) : null}
    </Card>
  );
}
